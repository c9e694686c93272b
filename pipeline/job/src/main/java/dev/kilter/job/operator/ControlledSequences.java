package dev.kilter.job.operator;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Event;
import dev.kilter.event.Feedback;
import dev.kilter.event.ReceivedFeedback;
import dev.kilter.job.control.ControlMessage;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.control.HeardControl;
import dev.kilter.job.control.RefusedControl;
import dev.kilter.job.resume.PipelineFacts;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Builds sequences as {@link BuildSequences} does, and hears what people say meanwhile: under a
 * silence sequences are marked, so that the judge tells nothing of them; and what somebody thinks
 * of an incident goes the way of its entity's sequences, in the one task that has the entity. Every
 * task hears all control messages. They have no say in event time: it goes on with the events.
 */
class ControlledSequences extends ResumingSequences
    implements TwoInputStreamOperator<Event, DecodedControl, Envelope<Sequence>> {
  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused-control", KilterTypes.DEAD_LETTER);
  private static final long serialVersionUID = 1L;

  private static final MapStateDescriptor<String, DecodedControl> SILENCES =
      new MapStateDescriptor<>("silences", Types.STRING, KilterTypes.CONTROL);

  private final BuildSequences build;
  private final long rememberMillis;
  private transient Silences silences;
  private transient Counter heard;
  private long passedMillis = Long.MIN_VALUE;

  /**
   * An operator that builds sequences so.
   *
   * @param facts what there is to say of the pipeline file
   * @param rememberMillis for how long behind its end a silence may still be asked for
   */
  ControlledSequences(BuildSequences build, PipelineFacts facts, long rememberMillis) {
    super(build, facts);
    this.build = build;
    this.rememberMillis = rememberMillis;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    silences = new Silences(context.getOperatorStateStore().getBroadcastState(SILENCES));
    build.marking(silences::mark);
  }

  @Override
  public void open() throws Exception {
    super.open();
    heard = getMetricGroup().counter("controlMessages");
  }

  @Override
  public void processElement1(StreamRecord<Event> element) throws Exception {
    processElement(element);
  }

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    passedMillis = mark.getTimestamp();
    processWatermark(mark);
  }

  /** Event time is the events'. */
  @Override
  public void processWatermark2(Watermark mark) {}

  @Override
  public void processElement2(StreamRecord<DecodedControl> element) throws Exception {
    if (element.getValue() instanceof HeardControl control) {
      heard.inc();
      hear(control);
    } else if (element.getValue() instanceof RefusedControl refused) {
      refuse(refused.letter());
    }
  }

  private void hear(HeardControl control) throws Exception {
    if (passedMillis > Long.MIN_VALUE + rememberMillis) {
      silences.forgetBefore(passedMillis - rememberMillis);
    }
    if (control.message() instanceof ControlMessage.Silence silence) {
      silences.begin(control, silence);
    } else if (control.message() instanceof ControlMessage.EndSilence end) {
      if (!silences.end(end)) {
        refuse(
            control
                .record()
                .refused(
                    DeadLetterReason.NOT_A_CONTROL_MESSAGE,
                    "there is no silence " + end.id() + " to end, or it was over long ago"));
      }
    } else if (control.message() instanceof ControlMessage.GivenFeedback given) {
      passOn(given.feedback(), control);
    }
  }

  private void passOn(Feedback feedback, HeardControl control) {
    if (!isHere(feedback.entity())) {
      return;
    }
    setCurrentKey(feedback.entity());
    Envelope<Sequence> envelope =
        new Envelope.Heard<>(
            Subject.of(feedback.detector(), feedback.entity()),
            feedback.fromMillis(),
            new ReceivedFeedback(feedback, control.record()));
    output.collect(new StreamRecord<>(envelope, envelope.timeMillis()));
  }

  /** Whether this task has the entity. */
  boolean isHere(String entity) {
    TaskInfo task = getRuntimeContext().getTaskInfo();
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
            entity, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks())
        == task.getIndexOfThisSubtask();
  }

  /** All tasks hear the same; one of them says what is wrong with it. */
  private void refuse(DeadLetter letter) {
    if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
      output.collect(REFUSED, new StreamRecord<>(letter));
    }
  }
}
