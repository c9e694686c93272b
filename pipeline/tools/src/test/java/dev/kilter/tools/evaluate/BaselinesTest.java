package dev.kilter.tools.evaluate;

import static dev.kilter.tools.evaluate.Watched.labels;
import static dev.kilter.tools.evaluate.Watched.minutes;
import static dev.kilter.tools.evaluate.Watched.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BaselinesTest {
  private static final WatchedEntity ENTITY =
      new WatchedEntity(
          rows("a", 1000), labels(minutes(10, 20)), List.of(minutes(0, 7), minutes(500, 520)));

  @Test
  void alwaysAlarmingIsInAlarmInEachRowAndRanksNone() {
    WatchedEntity always = Baselines.alwaysAlarming(ENTITY);

    assertThat(RowCounts.of(always)).isEqualTo(new RowCounts(10, 990, 0, 0));
    assertThat(RankingCurve.of(LabelledScores.of(always)).aucRoc()).isEqualTo(0.5);
  }

  @Test
  void randomIsInAlarmAsLongAsTheDetectorWhereverItsIncidentsAreMoved() {
    assertThat(LongStream.range(0, 200).mapToObj(seed -> Baselines.random(ENTITY, seed)))
        .allSatisfy(
            random -> {
              assertThat(length(random)).isEqualTo(27 * Watched.MINUTE);
              assertThat(random.incidents())
                  .allMatch(incident -> incident.fromMillis() >= 0)
                  .allMatch(incident -> incident.untilMillis() <= 999 * Watched.MINUTE + 1)
                  .allMatch(incident -> incident.lengthMillis() > 0);
            });
  }

  @Test
  void randomIsTheSameForTheSameSeedAndAnotherForEachEntity() {
    WatchedEntity other = new WatchedEntity(rows("b", 1000), ENTITY.labels(), ENTITY.incidents());
    WatchedEntity random = Baselines.random(ENTITY, 1);

    assertThat(Baselines.random(ENTITY, 1).rows().scores()).isEqualTo(random.rows().scores());
    assertThat(Baselines.random(ENTITY, 1).incidents()).isEqualTo(random.incidents());
    assertThat(Baselines.random(ENTITY, 2).rows().scores()).isNotEqualTo(random.rows().scores());
    assertThat(Baselines.random(other, 1).incidents()).isNotEqualTo(random.incidents());
  }

  @Test
  void randomLeavesOutWhatOfAnIncidentLiesBeyondTheRows() {
    WatchedEntity early = new WatchedEntity(rows("a", 1000), List.of(), List.of(minutes(-50, 10)));

    assertThat(length(Baselines.random(early, 1))).isEqualTo(10 * Watched.MINUTE);
  }

  @Test
  void eachUnbrokenRunOverTheThresholdIsAnIncident() {
    BitSet over = BitSet.valueOf(new long[] {0b1100_0110_0001});
    EntityRows rows = rows("a", 12);
    EntityRows held = new EntityRows("a", rows.timesMillis(), rows.scores(), rows.reasons(), over);

    assertThat(
            Baselines.runsOverThreshold(new WatchedEntity(held, List.of(), List.of())).incidents())
        .containsExactly(
            minutes(0, 1), minutes(5, 7), new Span(10 * Watched.MINUTE, rows.span().untilMillis()));
  }

  private static long length(WatchedEntity entity) {
    return entity.incidents().stream().mapToLong(Span::lengthMillis).sum();
  }
}
