package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Decoded;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.decode.CatchingUp;
import dev.kilter.job.kafka.KafkaCheck;
import dev.kilter.job.kafka.KafkaEndpoints;
import dev.kilter.job.kafka.TopicFacts;
import dev.kilter.job.kafka.TransactionCheck;
import dev.kilter.job.operator.ControlStream;
import dev.kilter.job.operator.Detections;
import dev.kilter.job.operator.Reports;
import dev.kilter.job.operator.Topology;
import dev.kilter.job.restore.RestoreCheck;
import dev.kilter.job.resume.ResumeCheck;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The main of the job jar: reads the pipeline file, connects the topology to Kafka, runs it. */
public final class KilterJob {
  /** Control messages come now and then, and nothing waits for the next. */
  private static final Duration CONTROL_IDLE = Duration.ofSeconds(1);

  private KilterJob() {}

  /** Runs the pipeline of the file that is the one argument. */
  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      throw new UserError("One argument is needed: the pipeline file, as in pumps.yaml.");
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    PipelineConfig config = PipelineConfig.load(Path.of(args[0]));
    build(env, config);
    env.execute(config.name());
  }

  /**
   * Builds the whole job: models loaded and admitted, broker, topics and saved state looked at.
   *
   * @throws UserError saying what stands in the way, before anything has started
   */
  public static void build(StreamExecutionEnvironment env, PipelineConfig config) {
    if (config.detectors().isEmpty()) {
      throw new UserError(
          "The pipeline "
              + config.name()
              + " has no detectors, so it would judge nothing: give it one. A file without is for"
              + " kilter replay, which makes rows to train on.");
    }
    PipelinePlan plan = PipelinePlan.resolve(config);
    ResumeCheck.check(env, plan);
    TopicFacts topics = new KafkaCheck(config.kafka()).check();
    new TransactionCheck(config).check();
    RestoreCheck.check(config, env.getConfiguration());
    assemble(env, plan, new KafkaEndpoints(config, topics));
  }

  /** Builds the job without looking at anything outside. */
  static void assemble(StreamExecutionEnvironment env, PipelinePlan plan, KafkaEndpoints kafka) {
    PipelineConfig config = plan.config();
    JobSettings.apply(env, config);
    DataStream<Decoded> events =
        env.fromSource(kafka.events(), CatchingUp.strategy(config.time()), "events")
            .uid("events")
            .setParallelism(sourceTasks(env.getParallelism(), kafka.eventPartitions()));
    Reports reports = new Reports(false, config.kafka().scores() != null);
    Detections found = Topology.detect(events, control(env, config, kafka), plan, reports);
    connect(found, kafka, config);
    if (config.groups() != null) {
      Topology.group(found.alerts(), plan).sinkTo(kafka.groups()).name("groups").uid("groups");
    }
  }

  /** Read by one task, so that all that hear them hear them in the same order. */
  private static ControlStream control(
      StreamExecutionEnvironment env, PipelineConfig config, KafkaEndpoints kafka) {
    return config.kafka().control() == null
        ? null
        : ControlStream.live(
            env.fromSource(
                    kafka.control(),
                    WatermarkStrategy.<DecodedControl>noWatermarks().withIdleness(CONTROL_IDLE),
                    "control")
                .uid("control")
                .setParallelism(1));
  }

  /** A task without a partition would hold back event time until it counts as idle. */
  static int sourceTasks(int parallelism, int partitions) {
    return Math.max(1, Math.min(parallelism, partitions));
  }

  private static void connectDeadLetters(
      DataStream<DeadLetter> letters, KafkaEndpoints kafka, boolean lateApart) {
    DataStream<DeadLetter> others = letters;
    if (lateApart) {
      letters
          .filter(KilterJob::isLate)
          .name("late?")
          .uid("is-late")
          .sinkTo(kafka.late())
          .name("late")
          .uid("late");
      others = letters.filter(letter -> !isLate(letter)).name("not late?").uid("is-not-late");
    }
    others.sinkTo(kafka.deadLetters()).name("dead-letters").uid("dead-letters");
  }

  private static boolean isLate(DeadLetter letter) {
    return letter.reason() == DeadLetterReason.LATE;
  }

  private static void connect(Detections found, KafkaEndpoints kafka, PipelineConfig config) {
    found.alerts().sinkTo(kafka.alerts()).name("alerts").uid("alerts");
    connectDeadLetters(found.deadLetters(), kafka, config.kafka().late() != null);
    if (config.kafka().feedback() != null) {
      found.feedback().sinkTo(kafka.feedback()).name("feedback").uid("feedback");
    }
    if (config.kafka().health() != null) {
      found.health().sinkTo(kafka.health()).name("health").uid("health");
    }
    if (config.kafka().scores() != null) {
      found.scores().sinkTo(kafka.scores()).name("scores").uid("scores");
    }
  }
}
