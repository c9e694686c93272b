package dev.kilter.job.journal;

/** Numbers that stand for texts, the same in every process (FNV-1a, 64 bits). */
final class Fingerprint {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /** Stands in no text, so that what ends one and begins the next makes a difference. */
  private static final char END = '\uffff';

  private Fingerprint() {}

  /** The number of one text. */
  static long of(String text) {
    return of(BASIS, text);
  }

  /** The number of some texts and one more. */
  static long of(long before, String text) {
    long print = before;
    for (int index = 0; index < text.length(); index++) {
      print = (print ^ text.charAt(index)) * PRIME;
    }
    return (print ^ END) * PRIME;
  }
}
