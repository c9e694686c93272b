package dev.kilter.job.decode;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads bytes as UTF-8; those that are none are an error, not a question mark. */
public final class StrictUtf8 {
  private StrictUtf8() {}

  /** A reader that throws a CharacterCodingException at bytes that are none. */
  public static Reader reader(byte[] bytes) {
    int from = hasMark(bytes) ? 3 : 0;
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, from, bytes.length - from),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** The mark that some programs put in front of UTF-8. */
  private static boolean hasMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }
}
