package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityStepsTest {

  @ParameterizedTest
  @CsvSource({
    "1.49, MINOR",
    "1.5, MAJOR",
    "9.99, MAJOR",
    "10, CRITICAL",
    "NaN, MINOR",
    "Infinity, CRITICAL",
  })
  void areHeldAgainstTheExcess(double excess, Severity severity) {
    assertThat(new SeveritySteps(1.5, 10).of(excess)).isEqualTo(severity);
  }

  @Test
  void theStandardIsTwiceAndFourTimes() {
    assertThat(SeveritySteps.standard()).isEqualTo(new SeveritySteps(2, 4));
  }
}
