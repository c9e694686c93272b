package dev.kilter.job.operator;

import static dev.kilter.job.operator.PlanMaker.plan;
import static dev.kilter.job.operator.StageMaker.stage;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import dev.kilter.event.SourceRecord;
import dev.kilter.job.TestPipelines;
import dev.kilter.job.control.ControlMessage;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.control.HeardControl;
import dev.kilter.job.resume.PipelineFacts;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/**
 * One task of the sequence stage while people speak: sequences of one row, a silence is kept for 5
 * min.
 */
final class ControlledStage {
  static final RecordPosition PLACE = new RecordPosition("control", 0, 41);
  static final SourceRecord RECORD = new SourceRecord(PLACE, 0, null, new byte[] {1});
  static final int KEY_GROUPS = 16;

  final ControlledSequences operator =
      new ControlledSequences(
          stage(plan(1, "flow").entities("*")).operator(),
          PipelineFacts.of(TestPipelines.twoChannels()),
          300_000);
  final KeyedTwoInputStreamOperatorTestHarness<String, Event, DecodedControl, Envelope<Sequence>>
      harness;

  ControlledStage(int task, int tasks) throws Exception {
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            operator, Event::entity, null, Types.STRING, KEY_GROUPS, tasks, task);
    harness.setup(
        KilterTypes.SEQUENCES.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
  }

  void initializeState(OperatorSubtaskState state) throws Exception {
    harness.initializeState(state);
  }

  void sees(String entity, int second) throws Exception {
    long time = second * 1_000L;
    harness.processElement1(
        new StreamRecord<>(new Event(entity, time, new double[] {1}, 0, time, 0), time));
  }

  void hears(ControlMessage message) throws Exception {
    harness.processElement2(new StreamRecord<>(new HeardControl(message, RECORD)));
  }

  void passes(int second) throws Exception {
    harness.processWatermark1(new Watermark(second * 1_000L));
  }

  /** What was to be judged, each as {@code ENTITY @SECOND}, and its silence. */
  List<String> said() {
    return harness.extractOutputValues().stream()
        .filter(envelope -> envelope instanceof Envelope.Judgeable<Sequence>)
        .map(envelope -> (Envelope.Judgeable<Sequence>) envelope)
        .map(
            judgeable ->
                judgeable.entity()
                    + " @"
                    + judgeable.timeMillis() / 1_000
                    + (judgeable.silence() == null ? "" : " " + judgeable.silence()))
        .toList();
  }

  List<Envelope.Heard<Sequence>> heard() {
    return harness.extractOutputValues().stream()
        .filter(envelope -> envelope instanceof Envelope.Heard<Sequence>)
        .map(envelope -> (Envelope.Heard<Sequence>) envelope)
        .toList();
  }

  List<DeadLetter> refused() {
    var letters = harness.getSideOutput(ControlledSequences.REFUSED);
    return letters == null ? List.of() : letters.stream().map(StreamRecord::getValue).toList();
  }
}
