package dev.kilter.bench.broker;

import dev.kilter.bench.check.RightScores;
import dev.kilter.bench.check.ScoreCheck;
import dev.kilter.bench.load.SparseModel;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.peer.KilterPeer;
import dev.kilter.bench.peer.Scored;
import dev.kilter.event.Decoded;
import dev.kilter.job.JobSettings;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.decode.CatchingUp;
import dev.kilter.job.kafka.KafkaCheck;
import dev.kilter.job.kafka.KafkaEndpoints;
import dev.kilter.onnx.ModelBundle;
import java.util.List;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Whether what Kilter makes of a short topic is what the bare network says of each sequence. */
final class BrokerCheck {
  private static final Workload LOAD = new Workload(20);
  private static final int ROWS = 3 * SparseModel.STRIDE + 1;

  private BrokerCheck() {}

  /** A topic that is soon through. */
  static EventsTopic topic() {
    return EventsTopic.of(LOAD, (long) LOAD.machines() * ROWS);
  }

  /**
   * Compares the scores of the topic.
   *
   * @return how many were compared
   * @throws dev.kilter.bench.check.WrongScore when one is missing, is there twice, or is another
   */
  static int scores(TopicTrial trial) throws Exception {
    ModelBundle bundle =
        ModelBundle.read(trial.folder().resolve(trial.model().label()).resolve("1"));
    List<Scored> said = said(trial.pipeline());
    RightScores right = RightScores.of(bundle, LOAD, ROWS);
    return ScoreCheck.compare(right, said, "kilter, from the broker,");
  }

  private static List<Scored> said(PipelineConfig config) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    JobSettings.applyBounded(env);
    KafkaEndpoints kafka = new KafkaEndpoints(config, new KafkaCheck(config.kafka()).check());
    KafkaSource<Decoded> events =
        kafka.eventsBuilder().setBounded(OffsetsInitializer.latest()).build();
    var decoded =
        env.fromSource(events, CatchingUp.strategy(config.time()), "events").uid("events");
    return KilterPeer.scores(decoded, PipelinePlan.resolve(config))
        .executeAndCollect("check", 2 * LOAD.machines() * ROWS);
  }
}
