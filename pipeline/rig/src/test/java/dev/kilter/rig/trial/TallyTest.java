package dev.kilter.rig.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.rig.oracle.Differences;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What came of one fault that was done again and again. */
class TallyTest {
  private static final Differences NONE =
      new Differences(List.of(), List.of(), List.of(), List.of());

  private final Tally tally = new Tally(false);

  @Test
  void whatNeverWentWrongIsToldWithWhatThatCannotSay() {
    tally.add(tested(12, List.of()));
    assertThat(tally)
        .hasToString(
            "0 of 1 went wrong: at most 95 % do, at 95 % confidence; back at work after 12.0 s,"
                + " 12.0 s at most");
    assertThat(tally.hasFailures()).isFalse();
  }

  @Test
  void aPipelineThatIsStuckWentWrong() {
    tally.add(tested(12, List.of()));
    tally.add(new Outcome.Stuck("no more alerts come"));
    assertThat(tally.toString()).startsWith("1 of 2 went wrong; back at work after 12.0 s");
    assertThat(tally.hasFailures()).isTrue();
  }

  @Test
  void aProcessThatDiedOfItselfIsNoneThatWentRight() {
    tally.add(tested(12, List.of("taskmanager-1 died of itself")));
    assertThat(tally.hasFailures()).isTrue();
  }

  @Test
  void halfAMinuteIsTheLongestThatItMayTake() {
    tally.add(tested(31, List.of()));
    assertThat(tally.hasFailures()).isTrue();
  }

  @Test
  void whatCouldNotBeDoneIsToldAsThat() {
    tally.add(new Outcome.NotTested("ip is not there"));
    assertThat(tally).hasToString("NOT TESTED: ip is not there");
    assertThat(tally.isTested()).isFalse();
  }

  private static Outcome tested(int seconds, List<String> besides) {
    return new Outcome.Tested(
        NONE, NONE, new StateDifferences(5, List.of()), Duration.ofSeconds(seconds), 1, besides);
  }
}
