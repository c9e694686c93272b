package dev.kilter.tools.alert;

import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.JobSettings;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.kafka.KafkaCheck;
import dev.kilter.job.kafka.KafkaEndpoints;
import dev.kilter.job.operator.Detections;
import dev.kilter.job.operator.Topology;
import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.simulate.Delivery;
import dev.kilter.tools.simulate.KafkaReadings;
import dev.kilter.tools.simulate.MessyTransmission;
import dev.kilter.tools.simulate.Reading;
import dev.kilter.tools.simulate.Simulation;
import dev.kilter.tools.simulate.SimulationPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Pumps whose data comes as it really does, over three partitions, judged by a real pipeline: on a
 * grid and without, with a state and without, by channels that may get stuck or jump, by a counter,
 * from baselines that move, and apart what comes too late.
 */
final class JudgedPumps {
  static final int PARTITIONS = 3;
  private static final Path ZOO = Path.of("../../models/zoo");
  private static final Map<String, String> FOREVER = Map.of("retention.ms", "-1");
  private static final String PERIOD = ",\\s*\"period\": \"PT10S\"";

  private final EmbeddedBroker broker;
  private final Path folder;

  JudgedPumps(EmbeddedBroker broker, Path folder) {
    this.broker = broker;
    this.folder = folder;
  }

  /** The pipeline file. */
  Path file() {
    return folder.resolve("pumps.yaml");
  }

  PipelineConfig config() {
    return PipelineConfig.load(file(), Map.of());
  }

  /** Lets the pipeline judge all of it; its alerts are in the topic then. */
  void run() throws Exception {
    broker.createTopic("events", PARTITIONS, FOREVER);
    broker.createTopic("alerts", 2, FOREVER);
    broker.createTopic("dead", 1, FOREVER);
    writeModels();
    Files.writeString(file(), pipeline());
    writeEvents();
    judge(PipelinePlan.resolve(config()));
  }

  /** The zoo's, and the same without a grid; on the grid several values come to one. */
  private void writeModels() throws IOException {
    copy("pump-lstm-ae", "1", JudgedPumps::mixed);
    copy("pump-lstm-ae", "2", contract -> contract.replaceAll(PERIOD, ""));
    copy("pump-z-score", "2", contract -> contract.replaceAll(PERIOD, ""));
    copy("pump-lstm-forecaster", "1", JudgedPumps::mixed);
    copy("pump-lstm-forecaster", "2", contract -> contract.replaceAll(PERIOD, ""));
  }

  private static String mixed(String contract) {
    String mixed = contract;
    for (String aggregate : List.of("mean", "min", "max", "mean", "last", "mean")) {
      mixed = mixed.replaceFirst("\"aggregate\": \"last\"", "\"aggregate\": \"" + aggregate + "\"");
    }
    return mixed;
  }

  private void copy(String name, String version, UnaryOperator<String> change) throws IOException {
    Path from = ZOO.resolve(name).resolve("1");
    Path to = Files.createDirectories(folder.resolve("models").resolve(name).resolve(version));
    for (String file : List.of("model.onnx", "golden.json")) {
      Files.copy(from.resolve(file), to.resolve(file));
    }
    String contract = Files.readString(from.resolve("model.json"));
    Files.writeString(
        to.resolve("model.json"),
        change.apply(contract).replace("\"version\": \"1\"", "\"version\": \"" + version + "\""));
  }

  private String pipeline() {
    return """
        name: pumps
        kafka: {bootstrap: "%s", events: events, alerts: alerts, dead-letters: dead}
        channels:
          speed: {unit: rpm, range: [-200, 4000], flat-after: 30s}
          flow: {unit: m3/h, range: [-10, 120], max-rate: 2}
          pressure: {unit: bar, range: [0, 12], flat-after: 5s}
          current: {unit: A, range: [-5, 60], flat-after: 1m}
          winding-temperature: {unit: Cel, range: [0, 150], flat-after: 20s}
          bearing-temperature: {unit: Cel, range: [0, 120], flat-after: 2m}
          vibration: {unit: mm/s, range: [-0.5, 10]}
          voltage: {unit: V, counter: true}
        time: {max-lateness: 5s, max-gap: 10m, late: judge, duplicates: last}
        start: earliest
        models: models
        detectors:
          - {id: grid, model: pump-lstm-ae/1, threshold: {fixed: 0.01}, rebaseline: {after: 12m, most: 1000},
             deviation: {flow: {direction: drop}}, alert: {open: 1 of 1, close: 1, remind: 5m}}
          - {id: rows, model: pump-lstm-ae/2, threshold: {fixed: 0.01}, alert: {open: 1 of 1, close: 1, remind: 7m}}
          - {id: single, model: pump-z-score/2, threshold: {fixed: 0.01}, alert: {open: 1 of 1, close: 1, remind: 7m}}
          - {id: ahead, model: pump-lstm-forecaster/1, threshold: {fixed: 0.01}, alert: {open: 1 of 1, close: 1, remind: 5m}}
          - {id: ahead-rows, model: pump-lstm-forecaster/2, threshold: {fixed: 0.01}, alert: {open: 1 of 1, close: 1, remind: 7m}}
        """
        .formatted(broker.bootstrap());
  }

  private void writeEvents() throws Exception {
    SimulationPlan plan =
        new SimulationPlan(
            2,
            Instant.parse("2026-03-01T00:00:00Z"),
            Duration.ofMinutes(100),
            Duration.ofSeconds(4),
            2.5,
            7);
    MessyTransmission way = new MessyTransmission(7);
    try (KafkaReadings topic = KafkaReadings.open(broker.bootstrap(), "events")) {
      for (Reading reading : new Simulation(plan)) {
        send(way.take(reading), topic);
      }
      send(way.rest(), topic);
    }
  }

  private int sent;

  /** To one partition after the other, whosever it is. */
  private void send(List<Delivery> deliveries, KafkaReadings topic) throws IOException {
    for (Delivery delivery : deliveries) {
      topic.send(
          new ProducerRecord<>(
              "events",
              sent++ % PARTITIONS,
              delivery.atMillis(),
              delivery.entity().getBytes(StandardCharsets.UTF_8),
              delivery.value()));
    }
  }

  private static void judge(PipelinePlan plan) throws Exception {
    PipelineConfig config = plan.config();
    KafkaEndpoints kafka = new KafkaEndpoints(config, new KafkaCheck(config.kafka()).check());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
    JobSettings.applyBounded(env);
    long lateness = config.time().maxLateness().toMillis();
    WatermarkStrategy<Decoded> time =
        WatermarkStrategy.<Decoded>forGenerator(context -> new Stepped(lateness))
            .withTimestampAssigner(
                (decoded, before) -> decoded instanceof Event event ? event.timeMillis() : before);
    Detections found =
        Topology.detect(
            env.fromSource(
                    kafka.eventsBuilder().setBounded(OffsetsInitializer.latest()).build(),
                    time,
                    "events")
                .uid("events"),
            plan);
    found.alerts().sinkTo(kafka.alerts()).uid("alerts");
    found.deadLetters().sinkTo(kafka.deadLetters()).uid("dead-letters");
    env.execute("test");
  }

  /** Event time goes on every few events, not by the clock: so some come too late for sure. */
  private static final class Stepped implements WatermarkGenerator<Decoded> {
    private static final int STEP = 25;

    private final long latenessMillis;
    private long newestMillis = Long.MIN_VALUE;
    private int seen;

    Stepped(long latenessMillis) {
      this.latenessMillis = latenessMillis;
    }

    @Override
    public void onEvent(Decoded decoded, long timestamp, WatermarkOutput output) {
      if (decoded instanceof Event event) {
        newestMillis = Math.max(newestMillis, event.timeMillis());
        if (++seen % STEP == 0) {
          output.emitWatermark(new Watermark(newestMillis - latenessMillis - 1));
        }
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }
}
