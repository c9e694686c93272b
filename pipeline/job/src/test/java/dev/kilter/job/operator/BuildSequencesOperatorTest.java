package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.Event;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.ChannelSelection;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.SequencePlan;
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

  private KeyedOneInputStreamOperatorTestHarness<String, Event, Envelope<Sequence>> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness(plan("model/1"));
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
    assertThat(harness.numKeyedStateEntries()).as("released-up-to and histories").isEqualTo(2);
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

    harness = harness(plan("model/1"));
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

    harness = harness(plan("model/2"));
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
    String at = " @" + envelope.timeMillis();
    if (envelope instanceof Envelope.Judgeable<Sequence> judgeable) {
      return Arrays.toString(judgeable.content().values()) + at;
    }
    return envelope instanceof Envelope.Reset<Sequence> reset
        ? "reset: " + reset.reason() + at
        : ((Envelope.NotJudged<Sequence>) envelope).reason() + at;
  }

  private static SequencePlan plan(String modelVersion) {
    ChannelSelection channels =
        new ChannelSelection(new String[] {"temperature"}, new int[] {0}, new long[] {60_000});
    return new SequencePlan("pumps", EntityPattern.of("pump-*"), modelVersion, channels, 2, 1);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Event, Envelope<Sequence>> harness(
      SequencePlan plan) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new BuildSequences(List.of(plan), LATE_EVENTS)),
            Event::entity,
            Types.STRING);
    harness.setup(
        KilterTypes.SEQUENCES.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }
}
