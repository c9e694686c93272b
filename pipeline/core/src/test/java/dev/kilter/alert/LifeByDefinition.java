package dev.kilter.alert;

import dev.kilter.event.FeedbackVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether an incident is open, word for word as the rules say it, from all verdicts since the last
 * change, and from what people have said; knows nothing of flapping. Slow, and nothing to do with
 * how it is really done.
 */
final class LifeByDefinition {
  private static final double NEAR_ONE = 1.01;

  private record Seen(double score, double threshold, long timeMillis) {
    boolean isOdd() {
      return score > threshold;
    }
  }

  private final AlertPolicy policy;
  private final List<Seen> since = new ArrayList<>();
  private long troubledMillis;
  private long closedMillis = Long.MIN_VALUE;
  private final Map<String, FeedbackVerdict> said = new HashMap<>();
  private double threshold = RandomRun.THRESHOLD;
  private boolean open;

  LifeByDefinition(AlertPolicy policy) {
    this.policy = policy;
  }

  /** Takes in a score, and says whether an incident is open with it. */
  boolean isOpenAfter(RandomRun.Moment moment) {
    if (moment.reset()) {
      since.clear();
    }
    if (moment.said() != null) {
      hear(moment.said());
    }
    Seen seen = new Seen(moment.score(), threshold, moment.timeMillis());
    since.add(seen);
    if (open && !isClear(seen)) {
      troubledMillis = moment.timeMillis();
    }
    if (open && closes(moment.timeMillis())) {
      closedMillis = moment.timeMillis();
      change();
    } else if (!open && opens(moment)) {
      troubledMillis = moment.timeMillis();
      change();
    }
    return open;
  }

  /** What a score is held against by now. */
  double threshold() {
    return threshold;
  }

  private void hear(RandomRun.Said spoken) {
    if (said.put(spoken.incident().id(), spoken.verdict()) == spoken.verdict()) {
      return;
    }
    if (spoken.verdict() == FeedbackVerdict.FALSE_ALARM) {
      double mostNow = Math.min(threshold * 1.25, RandomRun.THRESHOLD * 2);
      threshold = Math.max(threshold, Math.min(spoken.incident().peak(), mostNow));
    } else if (spoken.verdict() == FeedbackVerdict.CONFIRMED) {
      double half = (threshold + RandomRun.THRESHOLD) / 2;
      threshold = half < RandomRun.THRESHOLD * NEAR_ONE ? RandomRun.THRESHOLD : half;
    }
  }

  private void change() {
    open = !open;
    since.clear();
  }

  private boolean opens(RandomRun.Moment moment) {
    OpeningRule rule = policy.opening();
    boolean rested =
        closedMillis == Long.MIN_VALUE
            || moment.timeMillis() >= closedMillis + policy.cooldown().toMillis();
    return since.get(since.size() - 1).isOdd()
        && odd(since.size() - rule.of(), since.size()) >= rule.odd()
        && moment.timeMillis() - beganMillis() >= rule.leastDuration().toMillis()
        && rested;
  }

  /** When the first odd verdict came, of those of which some were always remembered. */
  private long beganMillis() {
    int first = since.size() - 1;
    for (int at = since.size() - 1;
        at >= 0 && odd(at - policy.opening().of() + 1, at + 1) > 0;
        at--) {
      first = since.get(at).isOdd() ? at : first;
    }
    return since.get(first).timeMillis;
  }

  private boolean closes(long nowMillis) {
    ClosingRule rule = policy.closing();
    int clear = 0;
    while (clear < since.size() && isClear(since.get(since.size() - 1 - clear))) {
      clear++;
    }
    return clear >= rule.clear()
        && nowMillis - since.get(since.size() - clear).timeMillis >= rule.clearFor().toMillis()
        && nowMillis - troubledMillis >= rule.merge().toMillis();
  }

  private long odd(int from, int until) {
    return since.subList(Math.max(0, from), until).stream().filter(Seen::isOdd).count();
  }

  private boolean isClear(Seen seen) {
    return seen.score <= seen.threshold * policy.closing().below();
  }
}
