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
}
