package dev.kilter.tools.recording;

import static dev.kilter.tools.recording.Events.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.jsonl.gz", "a.jsonl.zst"})
  void everyByteComesBack(String name) {
    Path file = RecordingFiles.write(folder.resolve(name), Events.ofEveryKind());

    assertThat(RecordingFiles.read(file))
        .usingRecursiveComparison()
        .isEqualTo(Events.ofEveryKind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.jsonl.gz", "a.jsonl.zst"})
  void whatIsAppendedFollows(String name) {
    List<RecordedEvent> events = Events.ofEveryKind();
    Path file = RecordingFiles.write(folder.resolve(name), events.subList(0, 2));
    try (RecordingWriter writer = RecordingWriter.append(file)) {
      events.subList(2, 5).forEach(writer::write);
    }

    assertThat(RecordingFiles.read(file)).usingRecursiveComparison().isEqualTo(events);
  }

  @Test
  void linesLongerThanAnyBufferComeBack() {
    RecordedEvent large =
        new RecordedEvent("t", 0, 1, 1, null, List.of(), bytes("x".repeat(300_000)));
    Path file = RecordingFiles.write(folder.resolve("a.jsonl"), List.of(large, large));

    assertThat(RecordingFiles.read(file))
        .usingRecursiveComparison()
        .isEqualTo(List.of(large, large));
  }

  @Test
  void theFormatIsTheDocumentedOne() throws IOException {
    Path file = RecordingFiles.write(folder.resolve("a.jsonl"), Events.ofEveryKind());

    assertThat(Files.readAllLines(file))
        .startsWith(
            "{\"kilterRecording\":1,\"from\":\"1970-01-01T00:00:00Z\",\"starts\":{\"0\":5,\"3\":1}}",
            "{\"topic\":\"events\",\"partition\":3,\"offset\":1,\"timestamp\":1001,"
                + "\"key\":\"pump-1\",\"headers\":[[\"ce_id\",\"7\"],[\"\",null],"
                + "[\"raw\",{\"base64\":\"wygA/w==\"}],[\"ce_id\",\"\"]],"
                + "\"value\":\"{\\\"a\\\": 1.50,\\t\\\"ü\\\":\\\"𝄞 \\\\u0041\\\"}\\r\"}",
            "{\"topic\":\"events\",\"partition\":3,\"offset\":2,\"timestamp\":1002,"
                + "\"key\":null,\"value\":null}",
            "{\"topic\":\"events\",\"partition\":3,\"offset\":3,\"timestamp\":1003,"
                + "\"keyBase64\":\"wygA/w==\",\"valueBase64\":\"wygA/w==\"}");
  }

  @Test
  void fieldsOfALaterMakerArePassedOver() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(
        file,
        "{\"kilterRecording\":1,\"by\":{\"x\":[1]}}\n"
            + "{\"new\":{\"a\":[1]},\"topic\":\"t\",\"partition\":0,\"offset\":7,"
            + "\"timestamp\":5,\"value\":\"v\"}");

    assertThat(RecordingFiles.read(file)).singleElement().returns(7L, RecordedEvent::offset);
  }

  @Test
  void bareEventsGetTheirPlaceInTheFileForOffsetAndNoTimestamp() throws IOException {
    Path file = folder.resolve("fleet.jsonl.gz");
    Files.write(file, gzip("{\"time\":\"1970-01-01T00:00:01Z\"}\n\nnot JSON\n{\"time\":7}"));

    assertThat(RecordingFiles.read(file))
        .usingRecursiveComparison()
        .isEqualTo(
            List.of(
                bare(0, "{\"time\":\"1970-01-01T00:00:01Z\"}"),
                bare(2, "not JSON"),
                bare(3, "{\"time\":7}")));
  }

  @Test
  void theTimeOfABareEventIsThatOfItsPayload() {
    assertThat(bare(0, "{\"a\":{\"time\":3},\"time\":\"1970-01-01T01:00:01+01:00\"}").timeMillis())
        .isEqualTo(1_000);
    assertThat(bare(0, "{\"time\":7}").timeMillis()).isEqualTo(7);
    assertThat(bare(0, "{\"time\":\"noon\"}").timeMillis()).isEqualTo(RecordedEvent.NO_TIME);
    assertThat(bare(0, "no JSON").timeMillis()).isEqualTo(RecordedEvent.NO_TIME);
  }

  private static RecordedEvent bare(long offset, String payload) {
    return new RecordedEvent("fleet", 0, offset, -1, null, List.of(), bytes(payload));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(bytes(text));
    }
    return bytes.toByteArray();
  }
}
