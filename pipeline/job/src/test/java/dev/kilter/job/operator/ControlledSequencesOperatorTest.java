package dev.kilter.job.operator;

import static dev.kilter.job.operator.StageMaker.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.Feedback;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.job.control.ControlMessage;
import dev.kilter.job.control.RefusedControl;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sequence stage while people speak: sequences of one row, a silence is kept for 5 min. */
class ControlledSequencesOperatorTest {
  private ControlledStage first;

  private final List<ControlledStage> opened = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    first = open(0, 1);
  }

  @AfterEach
  void close() throws Exception {
    for (ControlledStage stage : opened) {
      stage.harness.close();
    }
  }

  private ControlledStage open(int task, int tasks) throws Exception {
    return open(task, tasks, null);
  }

  private ControlledStage open(int task, int tasks, OperatorSubtaskState state) throws Exception {
    ControlledStage stage = new ControlledStage(task, tasks);
    opened.add(stage);
    if (state != null) {
      stage.initializeState(state);
    }
    stage.harness.open();
    return stage;
  }

  @Test
  void whatIsUnderASilenceIsMarked() throws Exception {
    first.hears(silence("s-1", "pump-*", 2, 4));
    for (int second = 1; second <= 4; second++) {
      first.sees("pump-1", second);
    }
    first.sees("fan-1", 3);
    first.passes(20);

    assertThat(first.said())
        .containsExactlyInAnyOrder(
            "pump-1 @1", "pump-1 @2 s-1", "pump-1 @3 s-1", "pump-1 @4", "fan-1 @3");
  }

  @Test
  void aSilenceThatIsEndedMarksNothingFromThereOn() throws Exception {
    first.hears(silence("s-1", "pump-*", 1, 9));
    first.hears(new ControlMessage.EndSilence("s-1", 3_000));
    for (int second = 1; second <= 4; second++) {
      first.sees("pump-1", second);
    }
    first.passes(20);

    assertThat(first.said())
        .containsExactly("pump-1 @1 s-1", "pump-1 @2 s-1", "pump-1 @3", "pump-1 @4");
  }

  @Test
  void aSilenceThatIsEndedBeforeItBeginsIsNone() throws Exception {
    first.hears(silence("s-1", "pump-*", 5, 9));
    first.hears(new ControlMessage.EndSilence("s-1", 3_000));
    first.sees("pump-1", 6);
    first.passes(20);

    assertThat(first.said()).containsExactly("pump-1 @6");
  }

  @Test
  void theEndOfASilenceThatIsNoneIsADeadLetter() throws Exception {
    first.hears(new ControlMessage.EndSilence("s-1", 3_000));

    assertThat(first.refused()).hasSize(1);
    assertThat(first.refused().get(0).position()).isEqualTo(ControlledStage.PLACE);
    assertThat(first.refused().get(0).detail())
        .isEqualTo("there is no silence s-1 to end, or it was over long ago");
  }

  @Test
  void silencesOutliveARestart() throws Exception {
    first.hears(silence("s-1", "pump-*", 1, 9));
    ControlledStage next = open(0, 1, first.harness.snapshot(1, 1));
    next.sees("pump-1", 2);
    next.passes(20);

    assertThat(next.said()).containsExactly("pump-1 @2 s-1");
  }

  @Test
  void everyTaskOfAWiderJobHasTheSilences() throws Exception {
    first.hears(silence("s-1", "*", 1, 9));
    OperatorSubtaskState state = first.harness.snapshot(1, 1);
    for (int task = 0; task < 2; task++) {
      ControlledStage wider =
          open(
              task,
              2,
              AbstractStreamOperatorTestHarness.repartitionOperatorState(
                  state, ControlledStage.KEY_GROUPS, 1, 2, task));
      wider.sees(entityOf(wider), 2);
      wider.passes(20);
      assertThat(wider.said()).allMatch(said -> said.endsWith("@2 s-1")).hasSize(1);
    }
  }

  @Test
  void silencesThatWereOverLongAgoAreForgotten() throws Exception {
    first.hears(silence("s-1", "pump-*", 1, 9));
    first.passes(310);
    first.hears(silence("s-2", "pump-*", 311, 320));
    first.hears(new ControlMessage.EndSilence("s-1", 5_000));

    assertThat(first.refused()).hasSize(1);
  }

  @Test
  void feedbackGoesToTheOneTaskThatHasItsEntity() throws Exception {
    int tasks = 0;
    for (int task = 0; task < 2; task++) {
      ControlledStage one = open(task, 2);
      one.hears(feedback("pump-1"));
      tasks += one.heard().size();
    }
    assertThat(tasks).isEqualTo(1);
  }

  @Test
  void feedbackGoesTheWayOfItsEntitysSequences() throws Exception {
    first.hears(feedback("pump-1"));

    assertThat(first.heard()).hasSize(1);
    Envelope.Heard<Sequence> heard = first.heard().get(0);
    assertThat(heard.entity()).isEqualTo("pump-1");
    assertThat(heard.detector()).isEqualTo("pumps");
    assertThat(heard.timeMillis()).isEqualTo(3_000);
    assertThat(heard.feedback().record()).isEqualTo(ControlledStage.RECORD);
  }

  @Test
  void onlyOneTaskSaysWhatIsNoMessage() throws Exception {
    DeadLetter letter =
        new DeadLetter(
            ControlledStage.PLACE, 0, null, null, DeadLetterReason.NOT_A_CONTROL_MESSAGE, "wrong");
    int letters = 0;
    for (int task = 0; task < 2; task++) {
      ControlledStage one = open(task, 2);
      one.harness.processElement2(new StreamRecord<>(new RefusedControl(letter)));
      letters += one.refused().size();
    }
    assertThat(letters).isEqualTo(1);
  }

  @Test
  void eventTimeIsTheEvents() throws Exception {
    first.sees("pump-1", 1);
    first.harness.processWatermark2(new Watermark(Long.MAX_VALUE));
    assertThat(first.said()).isEmpty();
    first.passes(20);
    assertThat(first.said()).containsExactly("pump-1 @1");
  }

  private static ControlMessage silence(String id, String entities, int from, int until) {
    return new ControlMessage.Silence(
        id,
        EntityPattern.of(entities),
        List.of(),
        new TimeWindow(from * 1_000L, until * 1_000L),
        "new seal",
        "ana");
  }

  private static ControlMessage feedback(String entity) {
    return new ControlMessage.GivenFeedback(
        new Feedback(
            "5b1f", entity, "pumps", FeedbackVerdict.EXPECTED, "ana", null, 3_000, -1, -1));
  }

  /** An entity that a task has. */
  private static String entityOf(ControlledStage stage) {
    return Stream.iterate(0, number -> number + 1)
        .map(number -> "pump-" + number)
        .filter(stage.operator::isHere)
        .findFirst()
        .orElseThrow();
  }
}
