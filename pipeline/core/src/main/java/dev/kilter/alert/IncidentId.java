package dev.kilter.alert;

import dev.kilter.sequence.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes the id of an incident from what it is, so that a replay or a restart makes it again. */
final class IncidentId {
  private static final int BYTES = 16;

  private IncidentId() {}

  static String of(String pipeline, String detector, Subject subject, long openedMillis) {
    MessageDigest digest = sha256();
    for (String part : new String[] {pipeline, detector, subject.entity()}) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    if (subject.late()) {
      digest.update((byte) 1);
    }
    digest.update(Long.toString(openedMillis).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
