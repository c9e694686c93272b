package dev.kilter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes an id of what a thing is, so that a replay or a restart makes the same again. */
public final class Digest {
  private static final int BYTES = 16;

  private Digest() {}

  /** 32 hexadecimal digits that differ as soon as one of the parts does. */
  public static String of(String... parts) {
    String joined = String.join("\0", parts);
    byte[] digest = sha256().digest(joined.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
