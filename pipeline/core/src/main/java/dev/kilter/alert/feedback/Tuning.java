package dev.kilter.alert.feedback;

import java.util.ArrayList;
import java.util.List;

/**
 * What people's verdicts have come to for one entity under one detector. Never changed.
 *
 * @param factor how many times the threshold that would hold without them, at least 1
 * @param learning what is seen of a new normal that somebody has told of, or null: nobody has
 * @param moved whether errors are measured from a baseline that somebody has asked for
 * @param remembered the last incidents that people may speak of, the newest last
 * @param waitingMillis event time from when on the first verdict holds that is not heard yet, or
 *     never
 */
public record Tuning(
    double factor,
    NewNormal learning,
    boolean moved,
    List<RememberedIncident> remembered,
    long waitingMillis) {
  /** No verdict waits to be heard. */
  public static final long NEVER = Long.MAX_VALUE;

  /** So many incidents are remembered: who speaks of an older one does not mean the present. */
  public static final int MOST_REMEMBERED = 8;

  /** Nobody has said anything, and nothing has been. */
  public static final Tuning NONE = new Tuning(1, null, false, List.of(), NEVER);

  /** Keeps a copy of the list. */
  public Tuning {
    remembered = List.copyOf(remembered);
  }

  /** The incident of this id, or null: none such is remembered. */
  public RememberedIncident find(String id) {
    for (RememberedIncident each : remembered) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    return null;
  }

  /** With this incident as the newest, in place of what was known of it. */
  public Tuning remembering(RememberedIncident incident) {
    List<RememberedIncident> next = new ArrayList<>(remembered);
    next.removeIf(each -> each.id().equals(incident.id()));
    next.add(incident);
    int beyond = Math.max(0, next.size() - MOST_REMEMBERED);
    return new Tuning(factor, learning, moved, next.subList(beyond, next.size()), waitingMillis);
  }

  /** With one more thing seen of the new normal. */
  public Tuning learning(NewNormal normal) {
    return new Tuning(factor, normal, moved, remembered, waitingMillis);
  }

  /** Enough was seen of the new normal; it has moved the baseline, or has not. */
  public Tuning learned(boolean hasMoved) {
    return new Tuning(factor, null, moved || hasMoved, remembered, waitingMillis);
  }

  /** With another verdict to be heard first, or none. */
  public Tuning waitingUntil(long millis) {
    return new Tuning(factor, learning, moved, remembered, millis);
  }

  /** Under another model version: what was said of the other's scores counts for nothing. */
  public Tuning underNewModel() {
    return new Tuning(1, null, false, remembered, waitingMillis);
  }

  /** With another factor. */
  Tuning times(double other) {
    return new Tuning(other, learning, moved, remembered, waitingMillis);
  }
}
