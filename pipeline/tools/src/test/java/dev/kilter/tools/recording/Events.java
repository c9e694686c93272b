package dev.kilter.tools.recording;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Events for tests. */
final class Events {
  private static final byte[] NO_UTF_8 = {(byte) 0xC3, 0x28, 0, (byte) 0xFF};

  private Events() {}

  static RecordedEvent at(long timeMillis) {
    return at("t", timeMillis);
  }

  static RecordedEvent at(String topic, long timeMillis) {
    return new RecordedEvent(topic, 0, 0, timeMillis, null, List.of(), bytes("{\"n\":1}"));
  }

  /** One of every kind of content. */
  static List<RecordedEvent> ofEveryKind() {
    List<RecordedHeader> headers =
        List.of(
            new RecordedHeader("ce_id", bytes("7")),
            new RecordedHeader("", null),
            new RecordedHeader("raw", NO_UTF_8),
            new RecordedHeader("ce_id", bytes("")));
    return List.of(
        event(1, bytes("pump-1"), headers, bytes("{\"a\": 1.50,\t\"ü\":\"𝄞 \\u0041\"}\r")),
        event(2, null, List.of(), null),
        event(3, NO_UTF_8, List.of(), NO_UTF_8),
        event(4, bytes(""), List.of(), bytes("")),
        event(5, bytes("\uFEFFk"), List.of(), bytes("line\nline\u2028\0\"\\")));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static RecordedEvent event(
      long offset, byte[] key, List<RecordedHeader> headers, byte[] value) {
    return new RecordedEvent("events", 3, offset, 1_000 + offset, key, headers, value);
  }
}
