package dev.kilter.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.health.ChannelRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever came before, whatever came too late: what is told and the records make the same rows.
 */
class RowsAgainTest {
  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final ChannelRules TRUSTED = ChannelRules.none();
  private static final ChannelRules IN_RANGE = new ChannelRules(0, 8, ANY, 0, 0, false);
  private static final ChannelRules STUCK = new ChannelRules(-ANY, 9, ANY, 6, 0, false);
  private static final ChannelRules SLOW = new ChannelRules(-ANY, ANY, 1_000, 0, 4, false);
  private static final ChannelRules COUNTER = new ChannelRules(-ANY, ANY, ANY, 6, 0, true);
  private static final ChannelRules PLAIN_COUNTER = new ChannelRules(-ANY, ANY, ANY, 0, 0, true);

  private static final List<ChannelRules> ALL =
      List.of(TRUSTED, IN_RANGE, STUCK, SLOW, COUNTER, PLAIN_COUNTER);

  static Stream<PlanMaker> plans() {
    List<PlanMaker> plans = new ArrayList<>();
    for (long period : new long[] {0, 7}) {
      for (Aggregate aggregate : Aggregate.values()) {
        for (Fill fill : Fill.values()) {
          plans.add(plan().period(period).aggregate(aggregate).fill(fill, 20));
        }
      }
      plans.add(plan().period(period).keeping(9));
      plans.add(plan().period(period).minimumLength(2).stride(3).maxGap(20));
      plans.add(plan().minimumLength(1).period(period).session(new SessionRule(9, -1, 0)));
      plans.add(plan().minimumLength(1).period(period).session(new SessionRule(0, 1, 2)));
    }
    return plans.stream();
  }

  private static PlanMaker plan() {
    return PlanMaker.plan(5, ALL.size()).limits(1, 0, true);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everySequenceIsMadeAgain(PlanMaker plan) throws Exception {
    for (Duplicates duplicates : Duplicates.values()) {
      ToldRun run = new ToldRun(plan.make(), ALL, duplicates, 5);
      run.go(450);
      assertThat(run.sequences()).hasSizeGreaterThan(2);
      for (Sequence sequence : run.sequences()) {
        ToldRows told = run.told(sequence);
        Sequence again = run.again(told, run.recordsOf(told));
        Sequence scored = sequence.last(plan.make().shape().length());
        assertThat(again.values()).isEqualTo(scored.values());
        assertThat(again.mask()).isEqualTo(scored.mask());
        assertThat(again.fromMillis()).isEqualTo(sequence.fromMillis());
        assertThat(again.timeMillis()).isEqualTo(sequence.timeMillis());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7})
  void rowsWithOthersBetweenThemAreMadeAgainWithoutTheRecordsOfThose(long period) throws Exception {
    SequencePlan plan = PlanMaker.plan(1, ALL.size()).limits(1, 0, true).period(period).make();
    ToldRun run = new ToldRun(plan, ALL, Duplicates.FIRST, 8);
    run.go(400);
    List<Sequence> some = new ArrayList<>();
    for (int at = 20; at < 60; at += 1 + at % 3) {
      some.add(run.sequences().get(at));
    }

    ToldRows told = run.telling().of(some, run.names());
    Sequence again = run.again(told, run.recordsOf(some));

    assertThat(again.length()).isEqualTo(some.size());
    for (int row = 0; row < some.size(); row++) {
      for (int channel = 0; channel < ALL.size(); channel++) {
        assertThat(again.value(row, channel)).isEqualTo(some.get(row).newest(channel));
        assertThat(again.isMeasured(row, channel)).isEqualTo(some.get(row).mask()[channel]);
      }
    }
  }

  @Test
  void ofWhatCameInTimeAndIsTrustedNothingButFilledValuesIsTold() {
    List<ChannelRules> trusted = List.of(TRUSTED, IN_RANGE, TRUSTED);
    SequencePlan plan = PlanMaker.plan(5, 3).limits(1, 0, true).period(7).make();
    ToldRun run = new ToldRun(plan, trusted, Duplicates.FIRST, 3).withoutLateness();
    run.go(300);

    assertThat(run.sequences())
        .extracting(run::told)
        .allMatch(told -> told.measured().isEmpty())
        .anyMatch(told -> told.filled().isEmpty())
        .anyMatch(told -> !told.filled().isEmpty());
  }

  @Test
  void whereSomethingCameTooLateAllIsTold() {
    SequencePlan plan = PlanMaker.plan(5, 1).limits(1, 0, true).make();
    ToldRun run = new ToldRun(plan, List.of(TRUSTED), Duplicates.FIRST, 3);
    run.go(300);

    assertThat(run.sequences())
        .filteredOn(Sequence::lacksRecords)
        .isNotEmpty()
        .allMatch(sequence -> run.told(sequence).tellsAll(1));
    assertThat(run.sequences())
        .filteredOn(sequence -> !sequence.lacksRecords())
        .isNotEmpty()
        .noneMatch(sequence -> run.told(sequence).tellsAll(1));
  }

  @ParameterizedTest
  @MethodSource("plansWithOneThatSaysWhy")
  void aRecordThatIsMissingIsSaidSo(PlanMaker plan, String why) {
    ToldRun run = new ToldRun(plan.make(), List.of(TRUSTED), Duplicates.FIRST, 3).withoutLateness();
    run.go(3_000);
    ToldRows told = run.told(run.sequences().get(10));
    var records = run.recordsOf(told);
    records.removeIf(record -> record.timeMillis() == records.get(1).timeMillis());

    assertThatThrownBy(() -> run.again(told, records))
        .isInstanceOf(MissingRowsException.class)
        .hasMessageContaining(why);
  }

  static Stream<Arguments> plansWithOneThatSaysWhy() {
    PlanMaker rows = PlanMaker.plan(5, 1).limits(0, 0, false);
    PlanMaker grid = PlanMaker.plan(5, 1).limits(0, 0, false).period(1);
    return Stream.of(
        Arguments.of(rows, "there come 4 rows, not 5"),
        Arguments.of(grid, "of 5 has no value of a among"));
  }

  @Test
  void aChannelThatTheModelDoesNotHaveIsSaidSo() {
    SequencePlan plan = PlanMaker.plan(1, 1).make();
    ToldRun run = new ToldRun(plan, List.of(TRUSTED), Duplicates.FIRST, 3);
    ToldCells other = new ToldCells("z", new int[] {0}, new float[] {1});
    ToldRows told = new ToldRows(0, 0, 1, new long[0], List.of(), List.of(other), List.of());

    assertThatThrownBy(() -> run.again(told, List.of()))
        .isInstanceOf(MissingRowsException.class)
        .hasMessageContaining("no row 0 of z");
  }
}
