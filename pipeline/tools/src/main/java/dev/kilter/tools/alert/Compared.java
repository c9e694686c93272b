package dev.kilter.tools.alert;

/**
 * A number as an alert tells it, with six digits, and as it came again.
 *
 * @param told what the alert tells; NaN where it tells none
 * @param again what came again, with as many digits
 * @param same whether they are the same, as far as the alert tells
 */
record Compared(double told, double again, boolean same) {

  /** By how much what came again is larger, as a share of what was told. */
  double difference() {
    return (again - told) / Math.abs(told);
  }
}
