package dev.kilter.tools.evaluate;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Incidents held against labelled events.
 *
 * @param events what became of each label
 * @param incidents how many there were
 * @param falseAlarms how many of them overlap no label
 * @param entityDays how long was watched, from each entity's first row to its last
 */
record EventTally(List<LabelOutcome> events, int incidents, int falseAlarms, double entityDays) {
  static final double MEDIAN = 0.5;
  static final double NEARLY_ALL = 0.9;
  private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

  static final EventTally NONE = new EventTally(List.of(), 0, 0, 0);

  static EventTally of(WatchedEntity entity) {
    List<LabelOutcome> events =
        entity.labels().stream().map(label -> LabelOutcome.of(entity, label)).toList();
    long falseAlarms =
        entity.incidents().stream()
            .filter(
                incident -> entity.labels().stream().noneMatch(l -> l.span().overlaps(incident)))
            .count();
    double days = (entity.rows().span().lengthMillis() - 1) / MILLIS_PER_DAY;
    return new EventTally(events, entity.incidents().size(), (int) falseAlarms, days);
  }

  EventTally plus(EventTally other) {
    return new EventTally(
        Stream.concat(events.stream(), other.events.stream()).toList(),
        incidents + other.incidents,
        falseAlarms + other.falseAlarms,
        entityDays + other.entityDays);
  }

  long found() {
    return events.stream().filter(LabelOutcome::found).count();
  }

  /** How many lie wholly in time that was not judged. */
  long notJudged() {
    return events.stream().filter(event -> event.judgedRows() == 0).count();
  }

  /** NaN where there are no events. */
  double recall() {
    return events.isEmpty() ? Double.NaN : (double) found() / events.size();
  }

  /** NaN where no time was watched. */
  double falseAlarmsPerEntityDay() {
    return entityDays == 0 ? Double.NaN : falseAlarms / entityDays;
  }

  /** The quantile of the delays of all events, missed ones included; NaN without events. */
  double delaySeconds(double quantile) {
    double[] rising = events.stream().mapToDouble(LabelOutcome::delaySeconds).sorted().toArray();
    if (rising.length == 0) {
      return Double.NaN;
    }
    double place = quantile * (rising.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, rising.length - 1);
    return rising[below] + (place - below) * (rising[above] - rising[below]);
  }
}
