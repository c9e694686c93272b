package dev.kilter.bench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.bench.load.Workload;
import dev.kilter.bench.peer.Scored;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A time counts only if the same work was done. */
class ScoreCheckTest {
  /** Of one machine, whose first row is left to warm up. */
  private static final RightScores RIGHT =
      new RightScores(Map.of(0L, 1.0, 1L, 2.0, 2L, 3.0), new Workload(1), 1);

  @Test
  void takesThatAWarmUpIsScoredOrNot() {
    assertThat(ScoreCheck.compare(RIGHT, List.of(new Scored(1, 2), new Scored(2, 3)), "peer"))
        .isEqualTo(2);
    assertThat(
            ScoreCheck.compare(
                RIGHT, List.of(new Scored(0, 1), new Scored(1, 2), new Scored(2, 3)), "peer"))
        .isEqualTo(3);
  }

  @Test
  void refusesAScoreThatIsOffByTheLastBit() {
    List<Scored> said = List.of(new Scored(1, Math.nextUp(2.0)), new Scored(2, 3));
    assertThatThrownBy(() -> ScoreCheck.compare(RIGHT, said, "peer"))
        .isInstanceOf(WrongScore.class)
        .hasMessageContaining("peer says 2.0000000000000004 of event 1");
  }

  @Test
  void refusesAScoreThatIsMissing() {
    assertThatThrownBy(() -> ScoreCheck.compare(RIGHT, List.of(new Scored(1, 2)), "peer"))
        .isInstanceOf(WrongScore.class)
        .hasMessage("peer says nothing of 1 sequences, the first at event 2");
  }

  @Test
  void refusesAScoreThatIsThereTwice() {
    List<Scored> said = List.of(new Scored(1, 2), new Scored(1, 2), new Scored(2, 3));
    assertThatThrownBy(() -> ScoreCheck.compare(RIGHT, said, "peer"))
        .isInstanceOf(WrongScore.class)
        .hasMessage("peer scores event 1 twice");
  }

  @Test
  void refusesAScoreOfAnEventThatHasNone() {
    List<Scored> said = List.of(new Scored(1, 2), new Scored(2, 3), new Scored(3, 4));
    assertThatThrownBy(() -> ScoreCheck.compare(RIGHT, said, "peer"))
        .isInstanceOf(WrongScore.class)
        .hasMessage("peer says 4.0 of event 3, the bare network null");
  }

  @Test
  void takesAnyNumbersOfAPeerThatRunsNoNetwork() {
    assertThat(ScoreCheck.count(2, List.of(new Scored(0, 5), new Scored(1, 7)), "peer"))
        .isEqualTo(2);
  }

  @Test
  void refusesWhatIsNoScoreOfAPeerThatRunsNoNetwork() {
    assertThatThrownBy(() -> ScoreCheck.count(1, List.of(new Scored(0, Double.NaN)), "peer"))
        .isInstanceOf(WrongScore.class)
        .hasMessage("peer says NaN of event 0");
  }

  @Test
  void refusesAnEventThatAPeerWithoutANetworkLeavesOutOrScoresTwice() {
    assertThatThrownBy(() -> ScoreCheck.count(2, List.of(new Scored(0, 5)), "peer"))
        .isInstanceOf(WrongScore.class)
        .hasMessage("peer scores 1 events of 2");
    List<Scored> twice = List.of(new Scored(0, 5), new Scored(0, 5));
    assertThatThrownBy(() -> ScoreCheck.count(2, twice, "peer"))
        .isInstanceOf(WrongScore.class)
        .hasMessage("peer scores event 0 twice");
  }
}
