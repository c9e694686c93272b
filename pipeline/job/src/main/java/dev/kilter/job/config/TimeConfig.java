package dev.kilter.job.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * How late and how far ahead an event may be.
 *
 * @param maxLateness how long an event may come after a later one and still find its place
 * @param idleAfter after so long without an event a partition holds back the others no more
 * @param maxAhead how far an event may be ahead of its record's Kafka timestamp
 */
public record TimeConfig(Duration maxLateness, Duration idleAfter, Duration maxAhead)
    implements Serializable {

  static TimeConfig read(YamlSection time) {
    TimeConfig config =
        new TimeConfig(
            time.duration("max-lateness", Duration.ofSeconds(5)),
            time.positiveDuration("idle-after", Duration.ofSeconds(30)),
            time.positiveDuration("max-ahead", Duration.ofDays(1)));
    time.finish();
    return config;
  }
}
