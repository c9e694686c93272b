package dev.kilter.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.bench.check.WrongScore;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Times from events to alerts, and that no alert is missing. */
class LatenciesTest {

  @Test
  void ofHundredOneIsLongerThanTheNinetyNinth() {
    assertThat(Latencies.of(LongStream.rangeClosed(1, 100).boxed().toList()))
        .isEqualTo(new Latencies(50, 99, 100, 100));
  }

  @Test
  void whatIsAllowedToBeLateIsTakenOff() {
    Map<Long, Long> appended = Map.of(31L, 1_000L, 63L, 2_000L);
    Map<Long, Long> alerted = Map.of(31L, 6_010L, 63L, 7_030L);
    assertThat(Latencies.between(appended, alerted, 5_000)).isEqualTo(new Latencies(10, 30, 30, 2));
  }

  @Test
  void aMissingAlertIsNoShortLatency() {
    Map<Long, Long> appended =
        LongStream.rangeClosed(1, 3).boxed().collect(Collectors.toMap(at -> at, at -> at));
    assertThatThrownBy(() -> Latencies.between(appended, Map.of(2L, 5L), 0))
        .isInstanceOf(WrongScore.class)
        .hasMessage("no alert has followed from 2 of 3 odd sequences, the first ends at offset 1");
  }
}
