package dev.kilter.tools.health;

import static dev.kilter.tools.lines.LineFiles.began;
import static dev.kilter.tools.lines.LineFiles.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.health.HealthKind;
import dev.kilter.health.HealthMessage;
import dev.kilter.health.HealthScope;
import dev.kilter.job.kafka.HealthJson;
import dev.kilter.tools.lines.LineFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthFileTest {
  private static final long MINUTE = 60_000;

  @TempDir private Path folder;

  @Test
  void lastsFromItsBeginToItsEndHoweverOftenTheyAreTold() {
    String began = began("1", "a", "flat", 5);
    String ended = ended("1", "a", "flat", 5, 9);

    assertThat(read(began, began, ended, began))
        .containsExactly(
            new HealthSpan(
                new HealthScope("a", null, "x"),
                HealthKind.FLAT,
                5 * MINUTE,
                9 * MINUTE,
                "it began",
                "it ended"));
  }

  @Test
  void hasNoEndWhereNoneIsTold() {
    assertThat(read(began("1", "a", "flat", 5)).get(0).endedMillis()).isNull();
  }

  @Test
  void isKnownByItsEndAloneToo() {
    HealthSpan span = read(ended("1", "a", "flat", 5, 9)).get(0);

    assertThat(span.sinceMillis()).isEqualTo(5 * MINUTE);
    assertThat(span.beganWith()).isEmpty();
  }

  @Test
  void comesInOrderOfTime() {
    assertThat(read(began("2", "a", "flat", 7), began("1", "b", "silent", 5)))
        .extracting(span -> span.scope().entity())
        .containsExactly("b", "a");
  }

  @Test
  void readsWhatKilterWrites() {
    HealthScope scope = new HealthScope("a", "pumps", null);
    HealthMessage message =
        new HealthMessage(scope, HealthKind.TOO_MUCH_IMPUTED, true, 1000, 2000, "too much: 60 %");

    HealthSpan span =
        read(new String(HealthJson.bytes(message, "p"), StandardCharsets.UTF_8)).get(0);

    assertThat(span.scope()).isEqualTo(scope);
    assertThat(span.kind()).isEqualTo(HealthKind.TOO_MUCH_IMPUTED);
    assertThat(span.beganWith()).isEqualTo("too much: 60 %");
    assertThat(span.concerns("pumps")).isTrue();
    assertThat(span.concerns("fans")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"began\" | \"begun\" | \"status\" must be one of began, ended, not \"begun\".",
        "\"flat\" | \"tired\" | \"kind\" must be one of silent, flat, out-of-range,",
        "\"detail\" | \"words\" | \"detail\" is missing",
        "\"time\":\"1970-01-01T00:05:00Z\" | \"time\":\"1970-01-01T00:04:59Z\""
            + " | \"time\" must be no earlier than \"since\"",
      })
  void refusesALineThatIsNoHealthMessage(String right, String wrong, String sentence) {
    String line = began("2", "a", "flat", 5).replace(right, wrong);

    assertThatThrownBy(() -> read(began("1", "a", "flat", 5), line))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(folder + "/health.jsonl:2:")
        .hasMessageContaining(sentence);
  }

  private List<HealthSpan> read(String... lines) {
    return HealthFile.read(LineFiles.file(folder, "health.jsonl", lines));
  }
}
