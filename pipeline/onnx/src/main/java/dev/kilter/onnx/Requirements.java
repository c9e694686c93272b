package dev.kilter.onnx;

import dev.kilter.UserError;

/** Says what is wrong in a file of a bundle, and what would be right. */
record Requirements(String file) {

  /**
   * Refuses the file unless a condition holds.
   *
   * @throws UserError naming the key, its value and what would be right
   */
  void require(boolean condition, String key, Object value, String right) {
    if (!condition) {
      throw new UserError(
          file
              + ": "
              + key
              + " is "
              + (value == null ? "missing" : value)
              + "; it must be "
              + right);
    }
  }

  static boolean notBlank(String text) {
    return text != null && !text.isBlank();
  }
}
