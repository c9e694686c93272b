package dev.kilter.tools.evaluate;

import dev.kilter.tools.health.HealthSpan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What health messages found of the labelled events. They are no alerts and count in no metric of
 * those.
 *
 * @param health the messages, and what became of each label
 * @param random the same messages, all those of an entity moved by one random time
 */
record HealthFindings(Tally health, Tally random) {

  /**
   * Messages held against the labels.
   *
   * @param byNoAlert how many of the labels that were found no alert found
   */
  record Tally(EventTally events, long byNoAlert) {

    static Tally of(List<WatchedEntity> entities, EventTally alerts) {
      EventTally events =
          entities.stream().map(EventTally::of).reduce(EventTally.NONE, EventTally::plus);
      long byNoAlert =
          IntStream.range(0, events.events().size())
              .filter(i -> events.events().get(i).found() && !alerts.events().get(i).found())
              .count();
      return new Tally(events, byNoAlert);
    }
  }

  /**
   * Holds messages against labels.
   *
   * @param alerts what alerts found of the same labels
   */
  static HealthFindings of(
      List<WatchedEntity> entities, List<HealthSpan> health, EventTally alerts, long seed) {
    Map<String, List<Span>> spans =
        health.stream()
            .filter(HealthSpan::isOfEntity)
            .collect(
                Collectors.groupingBy(
                    span -> span.scope().entity(),
                    Collectors.mapping(HealthFindings::span, Collectors.toList())));
    List<WatchedEntity> watched =
        entities.stream()
            .map(entity -> entity.withIncidents(spans.getOrDefault(entity.name(), List.of())))
            .toList();
    return new HealthFindings(
        Tally.of(watched, alerts),
        Tally.of(watched.stream().map(e -> Baselines.random(e, seed)).toList(), alerts));
  }

  /** One that has not ended goes on. */
  private static Span span(HealthSpan health) {
    long since = health.sinceMillis();
    Long ended = health.endedMillis();
    return new Span(since, ended == null ? Long.MAX_VALUE : Math.max(since + 1, ended));
  }
}
