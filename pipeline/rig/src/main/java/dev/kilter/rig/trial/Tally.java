package dev.kilter.rig.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What came of one fault that was done again and again. */
public final class Tally {
  private static final double CONFIDENCE = 0.95;
  private static final double PERCENT = 100;
  private static final double MILLIS = 1000;
  private static final Duration RECOVERED = Duration.ofSeconds(30);

  private final boolean doublesAllowed;
  private final List<Outcome.Tested> tested = new ArrayList<>();
  private int stuck;
  private String whyNot = "";

  /** Nothing has come of it yet. */
  public Tally(boolean doublesAllowed) {
    this.doublesAllowed = doublesAllowed;
  }

  /** With one more outcome. */
  public void add(Outcome outcome) {
    if (outcome instanceof Outcome.Tested one) {
      tested.add(one);
    } else if (outcome instanceof Outcome.Stuck) {
      stuck++;
    } else if (outcome instanceof Outcome.NotTested not) {
      whyNot = not.why();
    }
  }

  /** Whether it could be done at least once. */
  public boolean isTested() {
    return stuck > 0 || !tested.isEmpty();
  }

  /** Whether it went wrong at least once. */
  public boolean hasFailures() {
    return failures() > 0;
  }

  private long failures() {
    return stuck + tested.stream().filter(each -> !isRight(each)).count();
  }

  private boolean isRight(Outcome.Tested one) {
    return one.isClean(doublesAllowed) && one.recovery().compareTo(RECOVERED) <= 0;
  }

  /** It in words, with what so many times can say and what they cannot. */
  @Override
  public String toString() {
    int all = tested.size() + stuck;
    if (all == 0) {
      return "NOT TESTED: " + whyNot;
    }
    long failures = failures();
    String words = failures + " of " + all + " went wrong";
    if (tested.isEmpty()) {
      return words;
    }
    if (failures == 0) {
      double most = 1 - Math.pow(1 - CONFIDENCE, 1.0 / tested.size());
      words +=
          String.format(Locale.ROOT, ": at most %.0f %% do, at 95 %% confidence", most * PERCENT);
    }
    return String.format(
        Locale.ROOT,
        "%s; back at work after %.1f s, %.1f s at most",
        words,
        seconds(tested.size() / 2),
        seconds(tested.size() - 1));
  }

  private double seconds(int place) {
    return tested.stream()
            .map(Outcome.Tested::recovery)
            .sorted(Comparator.naturalOrder())
            .toList()
            .get(place)
            .toMillis()
        / MILLIS;
  }
}
