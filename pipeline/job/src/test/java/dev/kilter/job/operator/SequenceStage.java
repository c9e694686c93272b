package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Event;
import dev.kilter.health.HealthMessage;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The sequence stage on its own: takes events and watermarks, and writes down what it says. */
final class SequenceStage {
  static final String PUMP = "pump-1";

  private final long forgetAfterMillis;
  private Counted counted;
  private KeyedOneInputStreamOperatorTestHarness<String, Event, Envelope<Sequence>> harness;
  private long nowMillis;

  private SequenceStage(long forgetAfterMillis) {
    this.forgetAfterMillis = forgetAfterMillis;
  }

  static SequenceStage open(BuildSequences operator, long forgetAfterMillis) throws Exception {
    SequenceStage stage = new SequenceStage(forgetAfterMillis);
    stage.setUp(operator);
    stage.harness.open();
    return stage;
  }

  private void setUp(BuildSequences operator) throws Exception {
    counted = new Counted();
    harness =
        Harnesses.setUp(
            operator,
            Event::entity,
            KilterTypes.SEQUENCES,
            new MockEnvironmentBuilder().setMetricGroup(counted).build());
  }

  /** An event of {@link #PUMP}, its time as its offset. */
  SequenceStage sees(long millis, double... values) throws Exception {
    return takes(new Event(PUMP, millis, values, 0, millis, 0));
  }

  SequenceStage takes(Event event) throws Exception {
    nowMillis = Math.max(nowMillis, event.timeMillis());
    harness.processElement(event, event.timeMillis());
    return this;
  }

  /** Event time has come to an instant. */
  SequenceStage passes(long millis) throws Exception {
    nowMillis = Math.max(nowMillis, millis);
    harness.processWatermark(millis);
    return this;
  }

  /** Stops, and goes on as another stage from what was kept; what it had said is forgotten. */
  void goesOnAs(StageMaker stage) throws Exception {
    OperatorSubtaskState kept = harness.snapshot(1, 1);
    harness.close();
    setUp(stage.operator());
    harness.initializeState(kept);
    harness.open();
  }

  /** What goes on to the model, as lines, in its order. */
  List<String> said() {
    return envelopes().map(Lines::of).toList();
  }

  /** What goes on to the model of one detector. */
  List<String> said(String detector) {
    return envelopes()
        .filter(envelope -> envelope.detector().equals(detector))
        .map(Lines::of)
        .toList();
  }

  /** The sequence that was cut last. */
  Sequence sequence() {
    return envelopes()
        .filter(envelope -> envelope instanceof Envelope.Judgeable<Sequence>)
        .map(envelope -> ((Envelope.Judgeable<Sequence>) envelope).content())
        .reduce((before, after) -> after)
        .orElseThrow();
  }

  /** The health messages, as lines. */
  List<String> health() {
    return aside(BuildSequences.HEALTH).map(Lines::of).toList();
  }

  /** What the health messages say for a person. */
  List<String> details() {
    return aside(BuildSequences.HEALTH).map(HealthMessage::detail).toList();
  }

  /** What came too late. */
  List<DeadLetter> tooLate() {
    return aside(BuildSequences.LATE).toList();
  }

  long count(String counter) {
    return counted.count(counter);
  }

  int timers() {
    return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
  }

  int stateEntries() {
    return harness.numKeyedStateEntries();
  }

  /** How much is kept. */
  long snapshotBytes() throws Exception {
    return harness.snapshot(1, 1).getStateSize();
  }

  /** Once everything has been away for long enough, no state and no timer is left. */
  void leavesNothing() throws Exception {
    passes(nowMillis + 3 * forgetAfterMillis);
    assertThat(stateEntries()).as("state").isZero();
    assertThat(timers()).as("timers").isZero();
  }

  void close() throws Exception {
    harness.close();
  }

  private Stream<Envelope<Sequence>> envelopes() {
    return harness.extractOutputValues().stream();
  }

  private <T> Stream<T> aside(OutputTag<T> tag) {
    var records = harness.getSideOutput(tag);
    return records == null ? Stream.of() : records.stream().map(StreamRecord::getValue);
  }
}
