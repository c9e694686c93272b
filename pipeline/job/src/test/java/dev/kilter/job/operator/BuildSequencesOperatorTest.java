package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.Event;
import dev.kilter.health.ChannelRules;
import dev.kilter.health.WatchedChannel;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.Aggregate;
import dev.kilter.sequence.ChannelSelection;
import dev.kilter.sequence.Duplicates;
import dev.kilter.sequence.EntityRules;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Fill;
import dev.kilter.sequence.JudgingLimits;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.SequencePlan;
import dev.kilter.sequence.SequenceShape;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sequence stage on its own: order, lateness, state and timers. */
class BuildSequencesOperatorTest {
  private static final LateEvents LATE_EVENTS = new LateEvents("events", List.of("temperature"));

  private static final long MAX_GAP_MILLIS = 60_000;
  private static final long FORGET_AFTER_MILLIS = 300_000;
  private static final EntityRules RULES =
      new EntityRules(
          List.of(new WatchedChannel("temperature", "Cel", ChannelRules.none())),
          120_000,
          FORGET_AFTER_MILLIS);
  private static final OrderRules ORDER =
      new OrderRules(5_000, false, Duplicates.FIRST, FORGET_AFTER_MILLIS);
  private static final OrderRules JUDGING_LATE =
      new OrderRules(5_000, true, Duplicates.FIRST, FORGET_AFTER_MILLIS);

  private KeyedOneInputStreamOperatorTestHarness<String, Event, Envelope<Sequence>> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness(plan("model/1"), ORDER);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void releasesRowsInEventTimeOrderOnceTheWatermarkHasPassedThem() throws Exception {
    send(3_000, 3);
    send(1_000, 1);
    send(2_000, 2);
    assertThat(harness.extractOutputValues()).isEmpty();

    harness.processWatermark(2_000);

    assertThat(described()).containsExactly("not enough history: 1 of 2 @1000", "[1.0, 2.0] @2000");
  }

  @Test
  void keepsNothingWaitingAndNoTimerOnceAllIsReleased() throws Exception {
    send(1_000, 1);
    send(2_000, 2);
    assertThat(harness.numEventTimeTimers()).isEqualTo(2);

    harness.processWatermark(Long.MAX_VALUE);

    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(harness.numKeyedStateEntries()).as("the entity and its track").isEqualTo(2);
  }

  @Test
  void ofTwoValuesAtOneTimeTheFirstInTheTopicWinsWhicheverComesFirst() throws Exception {
    send(1_000, 1);
    harness.processElement(new Event("pump-1", 2_000, new double[] {22}, 1, 0, 0), 2_000);
    send(2_000, 2);
    harness.processWatermark(2_000);

    assertThat(described()).last().isEqualTo("[1.0, 2.0] @2000");
  }

  @Test
  void anEventAtOrBeforeWhatWasReleasedIsADeadLetterAndChangesNothing() throws Exception {
    send(1_000, 1);
    send(2_000, 2);
    harness.processWatermark(2_000);
    send(2_000, 99);
    send(1_500, 99);
    send(3_000, 3);
    harness.processWatermark(3_000);

    assertThat(described()).last().isEqualTo("[2.0, 3.0] @3000");
    assertThat(harness.getSideOutput(BuildSequences.LATE))
        .extracting(StreamRecord::getValue)
        .extracting(DeadLetter::reason)
        .containsExactly(DeadLetterReason.LATE, DeadLetterReason.LATE);
  }

  @Test
  void anEventBehindTheWatermarkButAheadOfWhatItsEntityReleasedIsStillInTime() throws Exception {
    send(1_000, 1);
    harness.processWatermark(10_000);
    send(5_000, 5);
    harness.processWatermark(10_001);

    assertThat(described()).last().isEqualTo("[1.0, 5.0] @5000");
  }

  @Test
  void goesOnFromASnapshotAsIfNothingHadHappened() throws Exception {
    send(1_000, 1);
    send(2_000, 2);
    harness.processWatermark(1_000);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    harness = harness(plan("model/1"), ORDER);
    harness.initializeState(snapshot);
    harness.open();
    send(1_000, 99);
    harness.processWatermark(2_000);

    assertThat(described()).containsExactly("[1.0, 2.0] @2000");
    assertThat(harness.getSideOutput(BuildSequences.LATE)).hasSize(1);
  }

  @Test
  void aNewModelVersionResetsTheHistory() throws Exception {
    send(1_000, 1);
    send(2_000, 2);
    harness.processWatermark(2_000);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    harness = harness(plan("model/2"), ORDER);
    harness.initializeState(snapshot);
    harness.open();
    send(3_000, 3);
    harness.processWatermark(3_000);

    assertThat(described())
        .containsExactly("reset: new model version @3000", "not enough history: 1 of 2 @3000");
  }

  @Test
  void anEntityThatNoDetectorWatchesGivesNothing() throws Exception {
    harness.processElement(new Event("fan-1", 1_000, new double[] {1}, 0, 1, 0), 1_000);
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void anEntityThatStaysAwayIsSilentAndThenForgottenWithAllItsStateAndTimers() throws Exception {
    send(1_000, 1);
    send(2_000, 2);
    harness.processWatermark(121_999);
    assertThat(health()).doesNotContain("silent began @122000");
    harness.processWatermark(122_000);
    assertThat(health()).last().isEqualTo("silent began @122000");

    harness.processWatermark(302_000);

    assertThat(described()).last().isEqualTo("forgotten @302000");
    assertThat(health()).contains("silent ended @302000");
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void anEntityThatComesBackIsSilentNoMore() throws Exception {
    send(1_000, 1);
    harness.processWatermark(200_000);
    send(201_000, 2);
    harness.processWatermark(201_000);

    assertThat(health())
        .contains("silent began @121000", "silent ended @201000")
        .doesNotHaveDuplicates();
    assertThat(described()).contains("reset: gap: nothing for 200 s @201000");
  }

  @Test
  void theEndOfTheInputIsNoSilenceAndForgetsNobody() throws Exception {
    send(1_000, 1);
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(health()).containsExactly("not-enough-history began @1000");
    assertThat(described()).doesNotContain("forgotten @301000");
  }

  @Test
  void whatComesTooLateIsJudgedApartWhereThatIsChosen() throws Exception {
    harness.close();
    harness = harness(plan("model/1"), JUDGING_LATE);
    harness.open();
    send(1_000, 1);
    send(60_000, 60);
    harness.processWatermark(60_000);
    send(22_000, 22);
    send(21_000, 21);
    harness.processWatermark(65_000);
    assertThat(described()).hasSize(2);

    harness.processWatermark(65_001);

    assertThat(described().subList(2, 4))
        .containsExactly("late not enough history: 1 of 2 @21000", "late [21.0, 22.0] @22000");
    send(61_000, 61);
    harness.processWatermark(61_000 + 10_000);
    assertThat(described()).last().isEqualTo("[60.0, 61.0] @61000");
    assertThat(harness.getSideOutput(BuildSequences.LATE)).isNullOrEmpty();
  }

  @Test
  void whatIsTooLateAlsoAmongTheLateIsADeadLetter() throws Exception {
    harness.close();
    harness = harness(plan("model/1"), JUDGING_LATE);
    harness.open();
    send(60_000, 60);
    harness.processWatermark(60_000);
    send(22_000, 22);
    harness.processWatermark(70_000);
    send(21_000, 21);

    assertThat(harness.getSideOutput(BuildSequences.LATE)).hasSize(1);
  }

  @Test
  void theLateLaneIsForgottenToo() throws Exception {
    harness.close();
    harness = harness(plan("model/1"), JUDGING_LATE);
    harness.open();
    send(60_000, 60);
    harness.processWatermark(60_000);
    send(22_000, 22);
    harness.processWatermark(1_000_000);

    assertThat(described()).contains("late forgotten @370002");
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void anEntityThatNoDetectorWatchesIsToldOnce() throws Exception {
    harness.processElement(new Event("fan-1", 1_000, new double[] {1}, 0, 1, 0), 1_000);
    harness.processElement(new Event("fan-1", 2_000, new double[] {1}, 0, 2, 0), 2_000);
    harness.processWatermark(2_000);

    assertThat(health()).containsExactly("no-detector began @1000");
  }

  @Test
  void onAGridOneTimerServesAWholeCell() throws Exception {
    harness.close();
    harness = harness(gridded(), ORDER);
    harness.open();
    send(11_000, 1);
    send(14_000, 3);
    send(19_999, 2);
    assertThat(harness.numEventTimeTimers()).isEqualTo(1);

    harness.processWatermark(19_998);
    assertThat(described()).isEmpty();
    harness.processWatermark(19_999);
    send(19_000, 9);
    send(25_000, 5);
    harness.processWatermark(29_999);

    assertThat(described())
        .containsExactly("not enough history: 1 of 2 @10000", "[2.0, 5.0] @20000");
    assertThat(harness.getSideOutput(BuildSequences.LATE)).hasSize(1);
  }

  private List<String> health() {
    var messages = harness.getSideOutput(BuildSequences.HEALTH);
    return messages == null
        ? List.of()
        : messages.stream()
            .map(StreamRecord::getValue)
            .map(
                message ->
                    message.kind().label()
                        + (message.began() ? " began @" : " ended @")
                        + message.timeMillis())
            .toList();
  }

  private void send(long timeMillis, double value) throws Exception {
    harness.processElement(
        new Event("pump-1", timeMillis, new double[] {value}, 0, timeMillis, 0), timeMillis);
  }

  private List<String> described() {
    return harness.extractOutputValues().stream()
        .map(BuildSequencesOperatorTest::describe)
        .toList();
  }

  private static String describe(Envelope<Sequence> envelope) {
    return (envelope.subject().late() ? "late " : "") + words(envelope);
  }

  private static String words(Envelope<Sequence> envelope) {
    String at = " @" + envelope.timeMillis();
    if (envelope instanceof Envelope.Judgeable<Sequence> judgeable) {
      return Arrays.toString(judgeable.content().values()) + at;
    }
    if (envelope instanceof Envelope.Reset<Sequence> reset) {
      return "reset: " + reset.reason() + at;
    }
    return envelope instanceof Envelope.NotJudged<Sequence> not
        ? not.reason() + at
        : "forgotten" + at;
  }

  private static SequencePlan plan(String modelVersion) {
    return plan(modelVersion, 0);
  }

  private static SequencePlan gridded() {
    return plan("model/1", 10_000);
  }

  private static SequencePlan plan(String modelVersion, long periodMillis) {
    return new SequencePlan(
        "pumps",
        EntityPattern.of("pump-*"),
        modelVersion,
        new ChannelSelection(
            new String[] {"temperature"},
            new int[] {0},
            new Aggregate[] {Aggregate.LAST},
            new Fill[] {Fill.HOLD},
            new float[1],
            new long[] {60_000}),
        new SequenceShape(2, 2, 1, periodMillis, MAX_GAP_MILLIS, null),
        new JudgingLimits(1, 1, false));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Event, Envelope<Sequence>> harness(
      SequencePlan plan, OrderRules order) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(
                new BuildSequences(List.of(plan), RULES, order, LATE_EVENTS)),
            Event::entity,
            Types.STRING);
    harness.setup(
        KilterTypes.SEQUENCES.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }
}
