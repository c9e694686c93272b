package dev.kilter.alert.quiet;

import java.io.Serializable;
import java.util.List;

/**
 * All quiet times there are, asked by event time only: the same question has the same answer,
 * whatever was asked before. For one thread at a time, as each {@link Recurrence} is.
 *
 * @param all in the order in which they are named where several end together
 */
public record QuietTimes(List<QuietTime> all) implements Serializable {

  /** Keeps a copy of the list. */
  public QuietTimes {
    all = List.copyOf(all);
  }

  /** Nothing is ever quiet. */
  public static QuietTimes none() {
    return new QuietTimes(List.of());
  }

  /**
   * The quiet time that covers an entity under a detector, or null if none does. Of several it is
   * the one whose window ends last, and of those the first.
   *
   * @param timeMillis event time, in milliseconds since 1970
   */
  public Quiet covering(String detector, String entity, long timeMillis) {
    Quiet last = null;
    for (QuietTime quiet : all) {
      if (quiet.concerns(detector, entity)) {
        TimeWindow window = quiet.recurrence().covering(timeMillis);
        if (window != null && (last == null || window.untilMillis() > last.untilMillis())) {
          last = new Quiet(quiet.name(), window.untilMillis());
        }
      }
    }
    return last;
  }
}
