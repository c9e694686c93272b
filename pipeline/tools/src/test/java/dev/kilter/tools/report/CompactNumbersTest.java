package dev.kilter.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers are short, and the shape of a line stays. */
class CompactNumbersTest {

  @Test
  void hasFiveDigits() {
    assertThat(new CompactNumbers(0, 100).json(71.23456f)).isEqualTo("71.235");
    assertThat(new CompactNumbers(0, 100).json(-0.0012345678f)).isEqualTo("-0.0012346");
  }

  @Test
  void hasMoreDigitsWhereALineMovesLittleAroundALargeValue() {
    assertThat(new CompactNumbers(101_320, 101_330).json(101_325.26f)).startsWith("101325.2");
  }

  @Test
  void aQuietLineKeepsItsShapeBesideAnOutlier() {
    assertThat(new CompactNumbers(0, 1e9).json(0.71234f)).isEqualTo("0.71234");
  }

  @Test
  void isValidJsonAtEverySize() {
    CompactNumbers numbers = new CompactNumbers(0, 1);

    assertThat(numbers.json(0)).isEqualTo("0");
    assertThat(numbers.json(Float.NaN)).isEqualTo("null");
    assertThat(numbers.json(Float.MAX_VALUE)).satisfies(text -> Double.parseDouble(text));
    assertThat(new CompactNumbers(0, 0).json(1e-30f)).satisfies(text -> Double.parseDouble(text));
  }
}
