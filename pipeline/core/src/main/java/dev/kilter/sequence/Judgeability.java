package dev.kilter.sequence;

import dev.kilter.health.HealthKind;
import java.util.ArrayList;
import java.util.List;

/** Decides whether a window can be judged, and says why not. */
final class Judgeability {
  private final SequencePlan plan;
  private final ChannelSelection channels;

  Judgeability(SequencePlan plan) {
    this.plan = plan;
    this.channels = plan.channels();
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
    return healthy.judgeable() ? measured(window) : healthy;
  }

  private Outcome channelsOf(Window window) {
    List<String> ill = new ArrayList<>();
    for (int channel = 0; channel < channels.count(); channel++) {
      if (window.unhealthy(channel) || stale(window, channel)) {
        ill.add(channels.names()[channel]);
      }
    }
    int healthy = channels.count() - ill.size();
    if (healthy >= plan.limits().minChannels()) {
      return Outcome.JUDGEABLE;
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

  private boolean stale(Window window, int channel) {
    Fill fill = channels.fills()[channel];
    if (fill == Fill.CONSTANT) {
      return false;
    }
    long last = window.heldMillis(channel);
    return last == Long.MIN_VALUE
        || window.newestMillis() - last > channels.maximumAgeMillis()[channel];
  }

  private Outcome measured(Window window) {
    boolean[] mask = window.mask();
    int from = scoredFrom(mask.length);
    int scored = mask.length - from;
    int imputed = 0;
    for (int at = from; at < mask.length; at++) {
      boolean counts = channels.fills()[at % channels.count()] != Fill.CONSTANT;
      imputed += counts && !mask[at] ? 1 : 0;
    }
    if (imputed > plan.limits().maxImputed() * scored) {
      return Outcome.not(
          HealthKind.TOO_MUCH_IMPUTED,
          "too much imputed: " + Math.round(100.0 * imputed / scored) + " % of the sequence");
    }
    Outcome whole = whole(window);
    return whole.judgeable() && !anyMeasured(window)
        ? Outcome.notThisRow("no channel of the model in this row")
        : whole;
  }

  private Outcome whole(Window window) {
    float[] values = window.values();
    for (int at = scoredFrom(values.length);
        !plan.limits().takesMask() && at < values.length;
        at++) {
      if (Float.isNaN(values[at])) {
        return Outcome.not(
            HealthKind.TOO_FEW_CHANNELS,
            "no value of "
                + channels.names()[at % channels.count()]
                + ": nothing stands in for it, and the model takes no mask");
      }
    }
    return Outcome.JUDGEABLE;
  }

  /** Where the rows that the model scores begin: those before only a classifier looks at. */
  private int scoredFrom(int values) {
    return Math.max(0, values - plan.shape().length() * channels.count());
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
