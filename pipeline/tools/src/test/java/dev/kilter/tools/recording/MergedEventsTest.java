package dev.kilter.tools.recording;

import static dev.kilter.tools.recording.Events.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedEventsTest {
  @TempDir private Path folder;

  @Test
  void severalFilesBecomeOneByTimeAndTheFirstNamedGoesFirst() {
    Path a = RecordingFiles.write(folder.resolve("a"), List.of(at("a", 1), at("a", 4), at("a", 3)));
    Path b = RecordingFiles.write(folder.resolve("b"), List.of(at("b", 1), at("b", 3)));
    Path c = RecordingFiles.write(folder.resolve("c"), List.of(at("c", 2), at("c", 4)));

    assertThat(merged(List.of(a, b, c), new ArrayList<>()))
        .containsExactly("a1", "b1", "c2", "b3", "a4", "a3", "c4");
  }

  @Test
  void whatCameBeforeABadLineIsHandedOut() throws IOException {
    Path a = RecordingFiles.write(folder.resolve("a"), List.of(at("a", 1), at("a", 2)));
    Path b = RecordingFiles.write(folder.resolve("b"), List.of(at("b", 1), at("b", 9)));
    Files.writeString(a, "{\n", StandardOpenOption.APPEND);
    List<String> out = new ArrayList<>();

    assertThatThrownBy(() -> merged(List.of(a, b), out))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(a + ":4:");
    assertThat(out).containsExactly("a1", "b1", "a2");
  }

  @Test
  void noEventComesOutWhenAFileIsRefusedAsAWhole() throws IOException {
    Path a = RecordingFiles.write(folder.resolve("a"), List.of(at("a", 1)));
    Path b = Files.writeString(folder.resolve("b"), "{\"kilterRecording\":9}\n");
    List<String> out = new ArrayList<>();

    assertThatThrownBy(() -> merged(List.of(a, b), out)).hasMessageContaining("version 9");
    assertThat(out).isEmpty();
  }

  private static List<String> merged(List<Path> files, List<String> out) {
    try (EventReader events =
        Recordings.merged(files, file -> Recordings.open(file, RecordingFiles.AN_HOUR))) {
      events.forEachRemaining(event -> out.add(event.topic() + event.timestampMillis()));
    }
    return out;
  }
}
