package dev.kilter.tools.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsFileTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void labelsComeBackAsTheyWereWritten() throws IOException {
    Path file = folder.resolve("a.labels.jsonl");
    List<Label> labels =
        List.of(
            new Label("p", NOON, NOON.plusSeconds(1), "leak"),
            new Label("q", NOON, NOON.plusMillis(1), "anomaly"));
    LabelsFile.write(file, labels);

    assertThat(LabelsFile.read(file)).isEqualTo(labels);
    assertThat(Files.readAllLines(file))
        .first()
        .isEqualTo(
            "{\"entity\":\"p\",\"from\":\"2026-03-01T12:00:00Z\","
                + "\"to\":\"2026-03-01T12:00:01Z\",\"kind\":\"leak\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"entity\":\"p\",\"from\":\"2026-03-01T12:00:00Z\"}",
        "{\"entity\":\"p\",\"from\":\"noon\",\"to\":\"2026-03-01T12:00:00Z\"}",
        "{\"entity\":\"p\",\"from\":\"2026-03-01T12:00:00Z\",\"to\":\"2026-03-01T12:00:00Z\"}"
      })
  void whatIsNoLabelIsTold(String line) throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), line + "\n");

    assertThatThrownBy(() -> LabelsFile.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(file + ":1: this is no label; it must be like");
  }
}
