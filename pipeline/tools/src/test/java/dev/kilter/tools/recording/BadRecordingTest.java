package dev.kilter.tools.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.recording.RecordingFiles.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRecordingTest {
  private static final String HEADER = "{\"kilterRecording\":1}\n";
  private static final String EVENT =
      "{\"topic\":\"t\",\"partition\":0,\"offset\":7,\"timestamp\":5,\"value\":\"v\"}\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.jsonl.gz", "a.jsonl.zst"})
  void ofAFileCutOffAnywhereTheWholeLinesAreRead(String name) throws IOException {
    Path file = folder.resolve(name);
    List<RecordedEvent> events = LongStream.range(0, 12).mapToObj(Events::at).toList();
    byte[] whole = Files.readAllBytes(RecordingFiles.write(file, events));
    int withAll = 0;
    for (int length = 1; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      Reading reading = RecordingFiles.readUntilWrong(file, Duration.ZERO);
      assertIsBeginning(reading.events(), events);
      withAll += reading.events().size() == events.size() ? 1 : 0;
      if (reading.error() != null) {
        assertThat(reading.error()).contains(file.toString());
      } else if (!name.equals("a.jsonl")) {
        assertThat(reading.events()).hasSameSizeAs(events);
      }
    }
    assertThat(withAll).isPositive();
  }

  @Test
  void ofAFileThatEndsWithinALineTheErrorSaysHowFarItCouldBeRead() throws IOException {
    assertThat(errorOf("a.jsonl", HEADER + EVENT + EVENT.substring(0, 20)))
        .isEqualTo(
            ":3: the file is cut off here: it has half a line."
                + " The 1 event before it, up to 1970-01-01T00:00:00.005Z, was read.");
    assertThat(errorOf("bare.jsonl", "{\"a\":1}\n{\"a\""))
        .isEqualTo(
            ":2: the file is cut off here: it has half a line. The 1 event before it was read.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"kilterRecording\":2}\\n | :1: this recording has version 2; this kilter reads version 1.",
        "{\"kilterRecording\":1,\"from\":\"noon\"}\\n | :1: this is no header of a recording",
        "a;b\\n1;2\\n | :1: this is neither the header of a recording nor a JSON event",
        "HEADER{\"topic\":\"t\",\\n | :2:14: this is not JSON:",
        "HEADER[1]\\n | :2:1: this is no event of a recording; it must be a JSON object.",
        "HEADER{\"partition\":\"x\"}\\n | :2:14: partition is x; it must be a whole number.",
        "HEADER{\"partition\":-1}\\n | :2:14: partition is -1; it must be 0 or more.",
        "HEADER{\"offset\":99999999999999999999}\\n | :2: this is no event of a recording:",
        "HEADER{\"topic\":\"t\"}\\n | :2: the event has no \"partition\"; it must have topic,",
        "HEADER{\"valueBase64\":\"*\"}\\n | :2:16: valueBase64 is no Base64.",
        "HEADER{\"headers\":[\"a\"]}\\n | :2:13: a header is a; it must be a pair of name and value.",
      })
  void aWrongLineIsToldWithItsPlaceAndWhatWouldBeRight(String text, String sentence)
      throws IOException {
    assertThat(errorOf("a.jsonl", text.replace("HEADER", HEADER).replace("\\n", "\n")))
        .startsWith(sentence);
  }

  @Test
  void timeMayGoBackAsFarAsAllowedAndNoFurther() {
    Path file = folder.resolve("a.jsonl");
    RecordingFiles.write(file, List.of(Events.at(5_000), Events.at(3_000), Events.at(2_999)));
    Reading reading = RecordingFiles.readUntilWrong(file, Duration.ofSeconds(2));

    assertThat(reading.events()).hasSize(2);
    assertThat(reading.error())
        .isEqualTo(
            file
                + ":4: time goes back from 1970-01-01T00:00:05Z to 1970-01-01T00:00:02.999Z, which"
                + " is more than the allowed lateness of 2 s; sort the file by time or allow more."
                + " The 2 events before it, up to 1970-01-01T00:00:05Z, were read.");
  }

  @Test
  void aFileThatIsNotThereOrEmptyOrNotPackedAsItsNameSaysIsRefused() throws IOException {
    Path none = folder.resolve("none.jsonl");
    assertThat(RecordingFiles.readUntilWrong(none, Duration.ZERO).error())
        .isEqualTo("There is no file " + none + " that can be read.");
    assertThat(errorOf("a.jsonl", "")).isEqualTo(" is empty: it holds no events.");
    assertThat(errorOf("a.jsonl.gz", HEADER)).startsWith(" is not packed as its name says:");
    assertThat(errorOf("a.jsonl.zst", HEADER)).contains(":1: the compressed file is damaged here");
  }

  private String errorOf(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    String error = RecordingFiles.readUntilWrong(file, Duration.ZERO).error();
    assertThat(error).startsWith(file.toString());
    return error.substring(file.toString().length());
  }

  private static void assertIsBeginning(List<RecordedEvent> read, List<RecordedEvent> all) {
    assertThat(read).usingRecursiveComparison().isEqualTo(all.subList(0, read.size()));
  }
}
