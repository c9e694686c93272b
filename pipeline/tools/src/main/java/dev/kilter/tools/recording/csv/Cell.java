package dev.kilter.tools.recording.csv;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How the text of a cell is read as a number. */
final class Cell {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?");

  private Cell() {}

  /** Whether the cell says that there is no value: it is empty or NaN. */
  static boolean isAbsent(String text) {
    return text.isEmpty() || text.equalsIgnoreCase("nan");
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  static boolean isNumberOrAbsent(String text) {
    return isAbsent(text) || isNumber(text);
  }

  /** The number as JSON writes it; as it stands wherever JSON can write it so. */
  static String json(String number) {
    return JSON_NUMBER.matcher(number).matches() ? number : new BigDecimal(number).toString();
  }
}
