package dev.kilter.job.operator;

import static dev.kilter.job.operator.PlanMaker.plan;
import static dev.kilter.job.operator.SequenceStage.PUMP;
import static dev.kilter.job.operator.StageMaker.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.type.KilterTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Per entity, in the order of event time; what comes later changes nothing; duplicates lose. */
class OrderOperatorTest {
  private SequenceStage stage;

  @BeforeEach
  void open() throws Exception {
    stage = stage(plan(2, "temperature")).open();
  }

  @AfterEach
  void inTheEndNothingIsKept() throws Exception {
    stage.leavesNothing();
    stage.close();
  }

  @Test
  void releasesRowsInEventTimeOrderOnceTheWatermarkHasPassedThem() throws Exception {
    stage.sees(3_000, 3).sees(1_000, 1).sees(2_000, 2);
    assertThat(stage.said()).isEmpty();

    stage.passes(2_000);

    assertThat(stage.said())
        .containsExactly("not enough history: 1 of 2 @1000", "[1.0, 2.0] @2000");
  }

  @Test
  void whateverTheOrderOfArrivalTheSequencesAreTheSame() throws Exception {
    List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
    for (int seed = 0; seed < 20; seed++) {
      stage.close();
      stage = stage(plan(2, "temperature")).open();
      Collections.shuffle(order, new Random(seed));
      for (int second : order) {
        stage.sees(second * 1_000L, second);
      }
      assertThat(stage.passes(6_000).said())
          .hasSize(6)
          .startsWith("not enough history: 1 of 2 @1000", "[1.0, 2.0] @2000")
          .endsWith("[5.0, 6.0] @6000");
    }
  }

  @Test
  void howeverManyInstantsWaitThereIsOneTimerForTheFirst() throws Exception {
    stage.sees(1_000, 1).sees(2_000, 2).sees(2_000, 2);
    assertThat(stage.timers()).isEqualTo(1);

    stage.passes(2_000);

    assertThat(stage.timers()).as("the one that looks after it").isEqualTo(1);
    assertThat(stage.stateEntries()).as("the entity, its track and its rows").isEqualTo(3);
  }

  @Test
  void ofTwoValuesAtOneTimeTheFirstInTheTopicWinsWhicheverComesFirst() throws Exception {
    stage.sees(1_000, 1).takes(inPartitionOne(22)).sees(2_000, 2).passes(2_000);

    assertThat(stage.said()).last().isEqualTo("[1.0, 2.0] @2000");
  }

  @Test
  void ofTwoValuesAtOneTimeTheLastInTheTopicWinsWhereThatIsChosen() throws Exception {
    stage.close();
    stage = stage(plan(2, "temperature")).keepingTheLast().open();
    stage.sees(1_000, 1).takes(inPartitionOne(22)).sees(2_000, 2).passes(2_000);

    assertThat(stage.said()).last().isEqualTo("[1.0, 22.0] @2000");
  }

  @Test
  void valuesThatLoseAreCounted() throws Exception {
    stage.sees(1_000, 1).sees(2_000, 2).sees(2_000, 2).takes(inPartitionOne(22)).passes(2_000);

    assertThat(stage.count("duplicates")).isEqualTo(2);
    assertThat(stage.tooLate()).isEmpty();
  }

  @Test
  void anEventAtOrBeforeWhatWasReleasedIsADeadLetterAndChangesNothing() throws Exception {
    stage.sees(1_000, 1).sees(2_000, 2).passes(2_000);
    stage.sees(2_000, 99).sees(1_500, 99).sees(3_000, 3).passes(3_000);

    assertThat(stage.said()).last().isEqualTo("[2.0, 3.0] @3000");
    assertThat(stage.tooLate())
        .extracting(DeadLetter::reason)
        .containsExactly(DeadLetterReason.LATE, DeadLetterReason.LATE);
    assertThat(stage.count("late")).isEqualTo(2);
  }

  @Test
  void anEventBehindTheWatermarkButAheadOfWhatItsEntityReleasedIsStillInTime() throws Exception {
    stage.sees(1_000, 1).passes(10_000);
    stage.sees(5_000, 5).passes(10_001);

    assertThat(stage.said()).last().isEqualTo("[1.0, 5.0] @5000");
  }

  @Test
  void entitiesWaitForThemselvesOnly() throws Exception {
    stage.takes(new Event("pump-2", 9_000, new double[] {9}, 0, 9, 0)).passes(9_000);
    stage.sees(1_000, 1).sees(2_000, 2).passes(9_001);

    assertThat(stage.said()).last().isEqualTo("[1.0, 2.0] @2000");
    assertThat(stage.tooLate()).isEmpty();
  }

  @Test
  void goesOnFromASnapshotAsIfNothingHadHappened() throws Exception {
    stage.sees(1_000, 1).sees(2_000, 2).passes(1_000);
    stage.goesOnAs(stage(plan(2, "temperature")));
    stage.sees(1_000, 99).passes(2_000);

    assertThat(stage.said()).containsExactly("[1.0, 2.0] @2000");
    assertThat(stage.tooLate()).hasSize(1);
  }

  @Test
  void whatIsHeldLeavesWhenAllPartitionsAreIdle() throws Exception {
    var split = new OneInputStreamOperatorTestHarness<Decoded, Event>(new SplitDecoded());
    split.setup(
        KilterTypes.EVENT.createSerializer(split.getExecutionConfig().getSerializerConfig()));
    split.open();
    split.processElement(new StreamRecord<>(event(1_000)));
    split.processElement(new StreamRecord<>(event(2_000)));
    split.processWatermark(-3_001);
    split.processWatermarkStatus(WatermarkStatus.IDLE);
    for (Object passed : split.getOutput()) {
      handOn(passed);
    }
    split.close();

    assertThat(stage.said()).last().isEqualTo("[1.0, 2.0] @2000");
  }

  private void handOn(Object passed) throws Exception {
    if (passed instanceof StreamRecord<?> record) {
      stage.takes((Event) record.getValue());
    } else if (passed instanceof Watermark watermark) {
      stage.passes(watermark.getTimestamp());
    }
  }

  private static Event event(long millis) {
    return new Event(PUMP, millis, new double[] {millis / 1_000.0}, 0, millis, 0);
  }

  private static Event inPartitionOne(double value) {
    return new Event(PUMP, 2_000, new double[] {value}, 1, 0, 0);
  }
}
