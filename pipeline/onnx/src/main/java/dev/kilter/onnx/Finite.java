package dev.kilter.onnx;

/** Whether numbers are numbers. */
final class Finite {
  private static final int EXPONENT = 0x7f80_0000;
  private static final int LOWEST_EXPONENT = 0x0080_0000;

  private Finite() {}

  /**
   * Whether none of them is infinite or not a number. Written so that the compiler takes many at
   * once: an exponent of ones, and only that, runs over into the sign.
   */
  static boolean all(float[] numbers) {
    int over = 0;
    for (float number : numbers) {
      over |= (Float.floatToRawIntBits(number) & EXPONENT) + LOWEST_EXPONENT;
    }
    return over >= 0;
  }

  /**
   * The same of the first so many, given as the bits they are made of: of those the compiler takes
   * more at once.
   */
  static boolean all(int[] bits, int count) {
    int over = 0;
    for (int at = 0; at < count; at++) {
      over |= (bits[at] & EXPONENT) + LOWEST_EXPONENT;
    }
    return over >= 0;
  }
}
