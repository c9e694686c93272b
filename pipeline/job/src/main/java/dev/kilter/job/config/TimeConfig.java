package dev.kilter.job.config;

import dev.kilter.sequence.Duplicates;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;

/**
 * How late and how far ahead an event may be, and how long a pause.
 *
 * @param maxLateness how long an event may come after a later one and still find its place
 * @param idleAfter after so long without an event a partition holds back the others no more
 * @param maxAhead how far an event may be ahead of its record's Kafka timestamp
 * @param late what becomes of an event that comes after its time was judged
 * @param duplicates which of several values of one channel at one instant wins
 * @param maxGap a longer pause of an entity ends its sequence
 * @param forgetAfter an entity without an event for so long is forgotten
 */
public record TimeConfig(
    Duration maxLateness,
    Duration idleAfter,
    Duration maxAhead,
    LatePolicy late,
    Duplicates duplicates,
    Duration maxGap,
    Duration forgetAfter)
    implements Serializable {

  /** These three, and the rest as where a pipeline file says nothing. */
  public static TimeConfig of(Duration maxLateness, Duration idleAfter, Duration maxAhead) {
    return new TimeConfig(
        maxLateness,
        idleAfter,
        maxAhead,
        LatePolicy.DEAD_LETTER,
        Duplicates.FIRST,
        Duration.ofMinutes(10),
        Duration.ofDays(1));
  }

  static TimeConfig read(YamlSection time) {
    TimeConfig config =
        new TimeConfig(
            time.duration("max-lateness", Duration.ofSeconds(5)),
            time.positiveDuration("idle-after", Duration.ofSeconds(30)),
            time.positiveDuration("max-ahead", Duration.ofDays(1)),
            late(time.oneOf("late", "dead-letter", "dead-letter", "judge")),
            duplicates(time.oneOf("duplicates", "first", "first", "last")),
            time.positiveDuration("max-gap", Duration.ofMinutes(10)),
            time.positiveDuration("forget-after", Duration.ofDays(1)));
    config.checkForgetting(time);
    time.finish();
    return config;
  }

  /** What is forgotten within a gap that is none would begin anew although nothing happened. */
  private void checkForgetting(YamlSection time) {
    if (forgetAfter.compareTo(maxGap) < 0) {
      time.wrong(
          "forget-after",
          "\"" + Durations.text(forgetAfter) + "\"",
          "at least max-gap, " + Durations.text(maxGap));
    }
  }

  private static LatePolicy late(String text) {
    return LatePolicy.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Duplicates duplicates(String text) {
    return Duplicates.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
