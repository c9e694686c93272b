package dev.kilter.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HumanNumbersTest {

  @Test
  void showsThreeDigitsOrTheWholePart() {
    assertThat(HumanNumbers.measured(2763.4)).isEqualTo("2763");
    assertThat(HumanNumbers.measured(-61.04)).isEqualTo("-61.0");
    assertThat(HumanNumbers.measured(4.9)).isEqualTo("4.90");
    assertThat(HumanNumbers.measured(0.0123)).isEqualTo("0.01");
    assertThat(HumanNumbers.measured(0)).isEqualTo("0.00");
  }

  @Test
  void showsThreeDigitsThatCountHoweverSmallANumberIs() {
    assertThat(HumanNumbers.significant(2763.4)).isEqualTo("2763");
    assertThat(HumanNumbers.significant(-0.61943)).isEqualTo("-0.619");
    assertThat(HumanNumbers.significant(0.5)).isEqualTo("0.500");
    assertThat(HumanNumbers.significant(0.00123)).isEqualTo("0.00123");
    assertThat(HumanNumbers.significant(0.0000123)).isEqualTo("1.23e-05");
    assertThat(HumanNumbers.significant(0)).isEqualTo("0.00");
  }

  @Test
  void saysALengthInItsTwoLargestUnits() {
    assertThat(HumanNumbers.length(Duration.ofSeconds(45))).isEqualTo("45 s");
    assertThat(HumanNumbers.length(Duration.ofSeconds(370))).isEqualTo("6 min 10 s");
    assertThat(HumanNumbers.length(Duration.ofHours(2))).isEqualTo("2 h");
    assertThat(HumanNumbers.length(Duration.ofHours(45))).isEqualTo("1 d 21 h");
  }
}
