package dev.kilter.sequence;

import dev.kilter.health.HealthKind;
import java.util.ArrayList;
import java.util.List;

/** Decides whether a window can be judged, and says why not. */
final class Judgeability {
  private final SequencePlan plan;
  private final ChannelSelection channels;
  private final boolean[] measurable;

  Judgeability(SequencePlan plan) {
    this.plan = plan;
    this.channels = plan.channels();
    this.measurable = new boolean[channels.count()];
    for (int channel = 0; channel < measurable.length; channel++) {
      measurable[channel] = channels.fills()[channel] != Fill.CONSTANT;
    }
  }

  /**
   * Whether a window can be judged.
   *
   * @param kind what stands in the way for as long as it lasts, or null
   * @param reason why not, for a person, or null
   * @param lasting whether it says something of more than this one row
   */
  record Outcome(HealthKind kind, String reason, boolean lasting) {
    static final Outcome JUDGEABLE = new Outcome(null, null, true);

    boolean judgeable() {
      return reason == null;
    }

    private static Outcome not(HealthKind kind, String reason) {
      return new Outcome(kind, reason, true);
    }

    private static Outcome notThisRow(String reason) {
      return new Outcome(null, reason, false);
    }
  }

  /** Whether the window can be judged. */
  Outcome of(String entity, Window window) {
    return plan.hasModel(entity)
        ? of(window)
        : Outcome.not(HealthKind.NO_MODEL, "there is no model for this entity");
  }

  private Outcome of(Window window) {
    SequenceShape shape = plan.shape();
    if (window.size() < shape.minimumLength()) {
      return Outcome.not(
          HealthKind.NOT_ENOUGH_HISTORY,
          "not enough history: " + window.size() + " of " + shape.minimumLength());
    }
    if (shape.session() != null && window.rowsSeen() > shape.length()) {
      return Outcome.notThisRow(
          "session too long: " + window.rowsSeen() + " rows, the model takes " + shape.length());
    }
    Outcome healthy = channelsOf(window);
    boolean done = !healthy.judgeable() || window.isMeasured();
    return done ? healthy : measured(window);
  }

  private Outcome channelsOf(Window window) {
    int healthy = 0;
    long newestMillis = window.newestMillis();
    for (int channel = 0; channel < channels.count(); channel++) {
      healthy += isIll(window, channel, newestMillis) ? 0 : 1;
    }
    return healthy >= plan.limits().minChannels() ? Outcome.JUDGEABLE : tooFew(window, healthy);
  }

  private boolean isIll(Window window, int channel, long newestMillis) {
    return window.unhealthy(channel) || stale(window, channel, newestMillis);
  }

  private Outcome tooFew(Window window, int healthy) {
    List<String> ill = new ArrayList<>();
    for (int channel = 0; channel < channels.count(); channel++) {
      if (isIll(window, channel, window.newestMillis())) {
        ill.add(channels.names()[channel]);
      }
    }
    return Outcome.not(
        HealthKind.TOO_FEW_CHANNELS,
        "too few channels: "
            + healthy
            + " of "
            + channels.count()
            + " are healthy, "
            + plan.limits().minChannels()
            + " are needed; without "
            + String.join(", ", ill));
  }

  private boolean stale(Window window, int channel, long newestMillis) {
    Fill fill = channels.fills()[channel];
    if (fill == Fill.CONSTANT) {
      return false;
    }
    long last = window.heldMillis(channel);
    return last == Long.MIN_VALUE || newestMillis - last > channels.maximumAgeMillis()[channel];
  }

  /** Only the rows that the model scores: those before only a classifier looks at. */
  private Outcome measured(Window window) {
    int rows = Math.min(window.size(), plan.shape().length());
    int scored = rows * channels.count();
    int imputed = window.imputed(rows, measurable);
    if (imputed > plan.limits().maxImputed() * scored) {
      return Outcome.not(
          HealthKind.TOO_MUCH_IMPUTED,
          "too much imputed: " + Math.round(100.0 * imputed / scored) + " % of the sequence");
    }
    int missing = plan.limits().takesMask() ? -1 : window.missing(rows);
    if (missing >= 0) {
      return Outcome.not(
          HealthKind.TOO_FEW_CHANNELS,
          "no value of "
              + channels.names()[missing]
              + ": nothing stands in for it, and the model takes no mask");
    }
    return anyMeasured(window)
        ? Outcome.JUDGEABLE
        : Outcome.notThisRow("no channel of the model in this row");
  }

  private boolean anyMeasured(Window window) {
    for (int channel = 0; channel < channels.count(); channel++) {
      if (window.measured(channel)) {
        return true;
      }
    }
    return false;
  }
}
