package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {

  @ParameterizedTest
  @CsvSource({
    "1.01, MINOR",
    "1.999, MINOR",
    "2, MAJOR",
    "3.999, MAJOR",
    "4, CRITICAL",
    "1e9, CRITICAL",
    "0.5, MINOR",
    "-3, MINOR",
    "NaN, MINOR",
    "Infinity, CRITICAL"
  })
  void growsWithTheExcess(double excess, Severity severity) {
    assertThat(Severity.of(excess)).isEqualTo(severity);
  }

  @Test
  void theWorseOfTwoIsTheWorse() {
    assertThat(Severity.MINOR.orWorse(Severity.CRITICAL)).isEqualTo(Severity.CRITICAL);
    assertThat(Severity.CRITICAL.orWorse(Severity.MAJOR)).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void isWrittenInSmallLetters() {
    assertThat(Severity.MAJOR.label()).isEqualTo("major");
    assertThat(AlertStatus.OPEN.label()).isEqualTo("open");
    assertThat(AlertStatus.CLOSED.label()).isEqualTo("closed");
  }
}
