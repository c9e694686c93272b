package dev.kilter.rig.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private final List<Told> told = new ArrayList<>();

  @Test
  void itIsOverWhereTheLongestSilenceEnds() {
    tell(1, 9).tell(2, 10).tell(3, 11).tell(4, 19).tell(5, 20);
    assertThat(since(10, 10)).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void whatLastsBelongsToTheDisturbance() {
    tell(1, 9).tell(2, 45).tell(3, 46);
    assertThat(since(10, 40)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void whereTheSilenceEndsBeforeItIsOverNothingHadToRecover() {
    tell(1, 9).tell(2, 12).tell(3, 13).tell(4, 41);
    assertThat(since(10, 41)).isZero();
  }

  @Test
  void whatIsToldAgainBreaksNoSilence() {
    tell(1, 9).tell(1, 15).tell(2, 21).tell(3, 22);
    assertThat(since(10, 10)).isEqualTo(Duration.ofSeconds(11));
  }

  private RecoveryTest tell(int revision, long second) {
    told.add(new Told("a", revision, "", Duration.ofSeconds(second).toNanos()));
    return this;
  }

  private Duration since(long begun, long over) {
    return Recovery.of(
        told, Duration.ofSeconds(begun).toNanos(), Duration.ofSeconds(over).toNanos());
  }
}
