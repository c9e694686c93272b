package dev.kilter.alert.quiet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWindowTest {
  private static final TimeWindow WINDOW = new TimeWindow(100, 200);

  @ParameterizedTest
  @ValueSource(longs = {100, 101, 199})
  void itsFirstInstantIsInItAndItsEndIsNot(long timeMillis) {
    assertThat(WINDOW.covers(timeMillis)).isTrue();
    assertThat(WINDOW.covering(timeMillis)).isEqualTo(WINDOW);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, 99, 200, Long.MAX_VALUE})
  void itNeverComesAgain(long timeMillis) {
    assertThat(WINDOW.covers(timeMillis)).isFalse();
    assertThat(WINDOW.covering(timeMillis)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"100, 100", "100, 99"})
  void oneThatDoesNotEndAfterItBeginsIsNone(long from, long until) {
    assertThatThrownBy(() -> new TimeWindow(from, until))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a window from " + from + " until " + until + " holds no instant");
  }

  @Test
  void oneOfAMillisecondIsOne() {
    assertThat(new TimeWindow(100, 101).covers(100)).isTrue();
  }
}
