package dev.kilter.job;

import dev.kilter.alert.Alert;
import dev.kilter.alert.group.GroupMessage;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.Decoded;
import dev.kilter.job.decode.EventTime;
import dev.kilter.job.kafka.AlertJson;
import dev.kilter.job.operator.Detections;
import dev.kilter.job.operator.ScoreReport;
import dev.kilter.job.operator.Topology;
import dev.kilter.job.type.KilterTypes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One bounded run of the whole topology on a mini-cluster.
 *
 * @param alerts in the order of time, detector, entity and revision
 * @param scores in no order
 * @param deadLetters in no order
 * @param groups messages about groups, those of one group in their order; none where nobody asks
 */
public record TestRun(
    List<Alert> alerts,
    List<ScoreReport> scores,
    List<DeadLetter> deadLetters,
    List<GroupMessage> groups) {

  /** Runs the topology over a list, as if its records came a second apart. */
  public static TestRun of(List<Decoded> records, PipelinePlan plan, int parallelism)
      throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
    JobSettings.apply(env, plan.config());
    DataStream<Decoded> decoded =
        env.fromData(records, KilterTypes.DECODED)
            .setParallelism(1)
            .uid("list")
            .assignTimestampsAndWatermarks(SteppedTime.of(EventTime.strategy(plan.config().time())))
            .setParallelism(1)
            .uid("event-time");
    Detections found = Topology.detect(decoded, plan);
    Iterator<Alert> alerts = found.alerts().collectAsync();
    Iterator<ScoreReport> scores = found.scores().collectAsync();
    Iterator<DeadLetter> deadLetters = found.deadLetters().collectAsync();
    Iterator<GroupMessage> groups = groups(found, plan);
    env.execute("test");
    return new TestRun(sorted(alerts), list(scores), list(deadLetters), list(groups));
  }

  /** The alerts as lines of a file, in their order. */
  public List<String> alertLines() {
    return alerts.stream()
        .map(alert -> new String(AlertJson.bytes(alert, "events"), StandardCharsets.UTF_8))
        .toList();
  }

  private static Iterator<GroupMessage> groups(Detections found, PipelinePlan plan) {
    return plan.config().groups() == null
        ? Collections.emptyIterator()
        : Topology.group(found.alerts(), plan).collectAsync();
  }

  private static List<Alert> sorted(Iterator<Alert> alerts) {
    List<Alert> sorted = list(alerts);
    sorted.sort(
        Comparator.comparingLong(Alert::timeMillis)
            .thenComparing(Alert::detector)
            .thenComparing(Alert::entity)
            .thenComparing(alert -> alert.incident().revision()));
    return sorted;
  }

  private static <T> List<T> list(Iterator<T> iterator) {
    List<T> list = new ArrayList<>();
    iterator.forEachRemaining(list::add);
    return list;
  }
}
