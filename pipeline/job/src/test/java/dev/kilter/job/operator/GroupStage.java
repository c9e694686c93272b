package dev.kilter.job.operator;

import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.Severity;
import dev.kilter.alert.group.Group;
import dev.kilter.alert.group.GroupBy;
import dev.kilter.alert.group.GroupKeys;
import dev.kilter.alert.group.GroupMessage;
import dev.kilter.alert.group.GroupRule;
import dev.kilter.alert.group.Grouping;
import dev.kilter.alert.group.Member;
import dev.kilter.job.type.KilterTypes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The group stage on its own: takes alerts and watermarks. Times are in seconds. */
final class GroupStage {
  private static final int MOST_TASKS = 8;
  private static final GroupKeys KEYS = GroupKeys.of(new GroupBy(true, true, "(hall-\\d+)/.*"));

  private final long delaySeconds;
  private KeyedOneInputStreamOperatorTestHarness<String, Member, GroupMessage> harness;

  private GroupStage(long delaySeconds) {
    this.delaySeconds = delaySeconds;
  }

  /**
   * Three within a minute, told every half minute, forgotten after an hour.
   *
   * @param delaySeconds how far alerts may be behind event time
   */
  static GroupStage open(long delaySeconds) throws Exception {
    GroupStage stage = new GroupStage(delaySeconds);
    stage.harness = stage.setUp(1, 0);
    stage.harness.open();
    return stage;
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Member, GroupMessage> setUp(
      int tasks, int task) throws Exception {
    GroupRule rule =
        new GroupRule(
            3,
            Duration.ofMinutes(1),
            new GroupBy(true, true, "(hall-\\d+)/.*"),
            Duration.ofSeconds(30),
            Duration.ofHours(1));
    var operator =
        new KeyedProcessOperator<>(
            new GroupAlerts(
                new Grouping("plant", rule), new AlertDelays(Map.of(), delaySeconds * 1_000)));
    var made =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator, KEYS::keyOf, Types.STRING, MOST_TASKS, tasks, task);
    made.setup(
        KilterTypes.GROUP_MESSAGE.createSerializer(
            made.getExecutionConfig().getSerializerConfig()));
    return made;
  }

  GroupStage opens(String entity, long second) throws Exception {
    return takes(entity, 1, AlertStatus.OPEN, second);
  }

  /** An alert that says nothing new of an incident. */
  GroupStage repeats(String entity, long second) throws Exception {
    return takes(entity, 2, AlertStatus.OPEN, second);
  }

  GroupStage closes(String entity, long second) throws Exception {
    return takes(entity, 3, AlertStatus.CLOSED, second);
  }

  private GroupStage takes(String entity, int revision, AlertStatus status, long second)
      throws Exception {
    long millis = second * 1_000;
    harness.processElement(
        new Member(
            "of-" + entity,
            revision,
            "pumps",
            entity,
            "flow",
            Severity.MINOR,
            status,
            millis,
            millis),
        millis);
    return this;
  }

  /** Event time has come to an instant. */
  GroupStage passes(long second) throws Exception {
    harness.processWatermark(second * 1_000);
    return this;
  }

  GroupStage ends() throws Exception {
    harness.processWatermark(Long.MAX_VALUE);
    return this;
  }

  /** Stops, and goes on from what was kept; what it had said is forgotten. */
  GroupStage restarts() throws Exception {
    return goesOnAs(1, 0, harness.snapshot(1, 1));
  }

  /** What this task would go on with if the stage went on as so many. */
  GroupStage taskOf(int tasks, int task) throws Exception {
    OperatorSubtaskState own =
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            harness.snapshot(1, 1), MOST_TASKS, 1, tasks, task);
    return new GroupStage(delaySeconds).goesOnAs(tasks, task, own);
  }

  private GroupStage goesOnAs(int tasks, int task, OperatorSubtaskState kept) throws Exception {
    close();
    harness = setUp(tasks, task);
    harness.initializeState(kept);
    harness.open();
    return this;
  }

  int timers() {
    return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
  }

  int stateEntries() {
    return harness.numKeyedStateEntries();
  }

  List<GroupMessage> messages() {
    return harness.extractOutputValues();
  }

  /** What is said, in words. */
  List<String> words() {
    return messages().stream().map(GroupStage::words).toList();
  }

  void close() throws Exception {
    if (harness != null) {
      harness.close();
    }
  }

  private static String words(GroupMessage message) {
    Group group = message.group();
    String members = group.members().stream().map(Member::entity).collect(Collectors.joining(" "));
    return "%d %s @%d: %s"
        .formatted(
            group.revision(),
            group.open() ? "open" : "closed",
            message.timeMillis() / 1_000,
            members.replace(message.part() + "/", ""));
  }
}
