package dev.kilter.tools.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What needs no skill, to be held beside every result. */
final class Baselines {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Baselines() {}

  /** The same score for every row, and one incident that never ends. */
  static WatchedEntity alwaysAlarming(WatchedEntity entity) {
    EntityRows rows = entity.rows();
    return new WatchedEntity(
        rows.withScores(new double[rows.size()]), entity.labels(), List.of(rows.span()));
  }

  /**
   * An incident for each unbroken run of rows that are over the threshold, as without any rules.
   */
  static WatchedEntity runsOverThreshold(WatchedEntity entity) {
    EntityRows rows = entity.rows();
    List<Span> runs = new ArrayList<>();
    int first = rows.over().nextSetBit(0);
    while (first >= 0) {
      int end = rows.over().nextClearBit(first);
      long until = end < rows.size() ? rows.timesMillis()[end] : rows.span().untilMillis();
      runs.add(new Span(rows.timesMillis()[first], until));
      first = rows.over().nextSetBit(end);
    }
    return entity.withIncidents(runs);
  }

  /**
   * A random score for every row, and the incidents that there were, all moved by one random time;
   * what passes the entity's last row goes on at its first.
   */
  static WatchedEntity random(WatchedEntity entity, long seed) {
    EntityRows rows = entity.rows();
    SplittableRandom random = new SplittableRandom(seed + GOLDEN * entity.name().hashCode());
    double[] scores = random.doubles(rows.size()).toArray();
    long move = random.nextLong(rows.span().lengthMillis());
    List<Span> moved = new ArrayList<>();
    entity.incidents().stream()
        .filter(rows.span()::overlaps)
        .forEach(incident -> addMoved(incident, move, rows.span(), moved));
    return new WatchedEntity(rows.withScores(scores), entity.labels(), moved);
  }

  private static void addMoved(Span incident, long move, Span rows, List<Span> moved) {
    long from = Math.max(incident.fromMillis(), rows.fromMillis());
    long until = Math.min(incident.untilMillis(), rows.untilMillis());
    long round = rows.lengthMillis();
    long back = from + move < rows.untilMillis() ? 0 : round;
    Span whole = new Span(from, until).shifted(move - back);
    if (whole.untilMillis() <= rows.untilMillis()) {
      moved.add(whole);
      return;
    }
    moved.add(new Span(whole.fromMillis(), rows.untilMillis()));
    moved.add(new Span(rows.fromMillis(), whole.untilMillis() - round));
  }
}
