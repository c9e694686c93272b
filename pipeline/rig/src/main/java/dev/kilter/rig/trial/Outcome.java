package dev.kilter.rig.trial;

import dev.kilter.rig.oracle.Differences;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of one trial. */
public sealed interface Outcome {

  /** Whether nothing is wrong; with doubles allowed, nothing but those. */
  boolean isClean(boolean doublesAllowed);

  /**
   * It was done.
   *
   * @param differences in what the alerts that were told differ
   * @param letters in what the dead letters differ
   * @param state in what the state in the end differs
   * @param recovery how long after it was over, or after something died, alerts came again
   * @param restarts how often Flink restarted the job
   * @param besides what else went wrong, in words
   */
  record Tested(
      Differences differences,
      Differences letters,
      StateDifferences state,
      Duration recovery,
      long restarts,
      List<String> besides)
      implements Outcome {
    private static final double MILLIS = 1000;

    /** Makes sure that nobody changes what it holds. */
    public Tested {
      besides = List.copyOf(besides);
    }

    @Override
    public boolean isClean(boolean doublesAllowed) {
      return differences.isClean(doublesAllowed)
          && letters.isClean(doublesAllowed)
          && state.different().isEmpty()
          && besides.isEmpty();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s; dead letters %s; state %s; back at work after %.1f s, restarted %d times%s",
          differences,
          letters,
          state,
          recovery.toMillis() / MILLIS,
          restarts,
          besides.stream().map(each -> "; " + each).collect(Collectors.joining()));
    }
  }

  /**
   * The pipeline has not come to an end.
   *
   * @param how what was waited for in vain, and how the pipeline is
   */
  record Stuck(String how) implements Outcome {
    @Override
    public boolean isClean(boolean doublesAllowed) {
      return false;
    }

    @Override
    public String toString() {
      return "STUCK: " + how;
    }
  }

  /**
   * It could not be done here.
   *
   * @param why what stands in the way
   */
  record NotTested(String why) implements Outcome {
    @Override
    public boolean isClean(boolean doublesAllowed) {
      return true;
    }

    @Override
    public String toString() {
      return "NOT TESTED: " + why;
    }
  }
}
