package dev.kilter.tools.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnfinishedRecordingTest {
  private static final List<RecordedEvent> EVENTS =
      LongStream.range(0, 8).mapToObj(UnfinishedRecordingTest::event).toList();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.jsonl.gz", "a.jsonl.zst"})
  void cutOffAnywhereItGoesOnBehindItsLastWholeLine(String name) throws IOException {
    Path file = folder.resolve(name);
    byte[] whole = Files.readAllBytes(RecordingFiles.write(file, EVENTS));
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      Optional<UnfinishedRecording> recording = UnfinishedRecording.mend(file, "t");
      if (recording.isPresent()) {
        goOn(file, recording.get());
        assertThat(RecordingFiles.read(file)).usingRecursiveComparison().isEqualTo(EVENTS);
      }
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.mended");
  }

  @Test
  void theNextOffsetIsToldByPartition() {
    Path file =
        RecordingFiles.write(
            folder.resolve("a"), List.of(event(0), event(1), event(2), event(3), event(4)));
    UnfinishedRecording recording = UnfinishedRecording.mend(file, "t").orElseThrow();

    assertThat(recording.next()).containsEntry(0, 5L).containsEntry(1, 4L).hasSize(2);
    assertThat(recording.header().starts()).containsEntry(0, 5L).containsEntry(3, 1L);
    assertThat(recording.events()).isEqualTo(5);
  }

  @Test
  void aFileThatIsNoRecordingOfTheTopicIsLeftAlone() throws IOException {
    for (String text : List.of("hello", "hello\n", "{\"a\":1}\n", "{\"kilterRecording\":2}\n")) {
      Path file = Files.writeString(folder.resolve("a.jsonl"), text);

      assertThatThrownBy(() -> UnfinishedRecording.mend(file, "t"))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith(file + ":1: ");
      assertThat(file).hasContent(text);
    }
    Path other = RecordingFiles.write(folder.resolve("b.jsonl"), EVENTS);
    assertThatThrownBy(() -> UnfinishedRecording.mend(other, "u"))
        .hasMessageContaining(":2: this recording is of topic t; topic u needs another file.");
  }

  private static void goOn(Path file, UnfinishedRecording recording) {
    try (RecordingWriter writer = RecordingWriter.append(file)) {
      EVENTS.stream()
          .filter(event -> event.offset() >= recording.next().getOrDefault(event.partition(), 0L))
          .forEach(writer::write);
    }
  }

  private static RecordedEvent event(long number) {
    return new RecordedEvent(
        "t", (int) number % 2, number, number, null, List.of(), Events.bytes("v" + number));
  }
}
