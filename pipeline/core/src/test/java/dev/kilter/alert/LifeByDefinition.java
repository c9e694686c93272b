package dev.kilter.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether an incident is open, word for word as the rules say it, from all verdicts since the last
 * change; knows nothing of flapping. Slow, and nothing to do with how it is really done.
 */
final class LifeByDefinition {
  private record Seen(double score, long timeMillis) {}

  private final AlertPolicy policy;
  private final List<Seen> since = new ArrayList<>();
  private long troubledMillis;
  private long closedMillis = Long.MIN_VALUE;
  private boolean open;

  LifeByDefinition(AlertPolicy policy) {
    this.policy = policy;
  }

  /** Takes in a score, and says whether an incident is open with it. */
  boolean isOpenAfter(RandomRun.Moment moment) {
    if (moment.reset()) {
      since.clear();
    }
    since.add(new Seen(moment.score(), moment.timeMillis()));
    if (open && !isClear(moment.score())) {
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

  private void change() {
    open = !open;
    since.clear();
  }

  private boolean opens(RandomRun.Moment moment) {
    OpeningRule rule = policy.opening();
    boolean rested =
        closedMillis == Long.MIN_VALUE
            || moment.timeMillis() >= closedMillis + policy.cooldown().toMillis();
    return isOdd(moment.score())
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
      first = isOdd(since.get(at).score) ? at : first;
    }
    return since.get(first).timeMillis;
  }

  private boolean closes(long nowMillis) {
    ClosingRule rule = policy.closing();
    int clear = 0;
    while (clear < since.size() && isClear(since.get(since.size() - 1 - clear).score)) {
      clear++;
    }
    return clear >= rule.clear()
        && nowMillis - since.get(since.size() - clear).timeMillis >= rule.clearFor().toMillis()
        && nowMillis - troubledMillis >= rule.merge().toMillis();
  }

  private long odd(int from, int until) {
    return since.subList(Math.max(0, from), until).stream()
        .filter(seen -> isOdd(seen.score))
        .count();
  }

  private boolean isClear(double score) {
    return score <= RandomRun.THRESHOLD * policy.closing().below();
  }

  private static boolean isOdd(double score) {
    return score > RandomRun.THRESHOLD;
  }
}
