package dev.kilter.tools.demo;

import dev.kilter.job.config.KafkaConfig;
import dev.kilter.tools.CleanExit;
import dev.kilter.tools.Screen;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.HealthNote;
import dev.kilter.tools.simulate.Fault;
import dev.kilter.tools.simulate.KafkaReadings;
import dev.kilter.tools.simulate.Simulation;
import dev.kilter.tools.simulate.SimulationPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * One run of the demo: feeds the fleet's readings, prints the alerts, waits for the last, counts.
 */
final class Demo {
  private static final Duration BEAT = Duration.ofMillis(250);

  private final DemoPlan plan;
  private final Screen screen;
  private final AlertLine lines;
  private final IncidentLog incidents = new IncidentLog();
  private final HealthLog sensors = new HealthLog();
  private final List<Fault> faults;
  private volatile boolean goesOn;

  Demo(DemoPlan plan, Screen screen) {
    this.plan = plan;
    this.screen = screen;
    this.lines = new AlertLine(screen.hasColour());
    this.faults = new Simulation(plan.counted()).faults();
  }

  /** Runs until everything that counts has been judged; feeder and pipeline still go on then. */
  DemoResult run(CleanExit exit, Path pipelineFile) throws Exception {
    CompletableFuture<ZScores> learning =
        CompletableFuture.supplyAsync(() -> ZScores.learn(new Simulation(plan.normal())));
    screen.line("Starting Kafka and Flink…");
    DemoStage stage = DemoStage.open(exit, plan, pipelineFile);
    ZScoreBaseline baseline = new ZScoreBaseline(learning.get());
    introduce(stage);
    KafkaConfig topics = stage.config().kafka();
    TopicReader<AlertMessage> alerts =
        reader(exit, stage, topics.alerts(), AlertMessage::of, this::show);
    TopicReader<HealthNote> health =
        topics.health() == null
            ? null
            : reader(exit, stage, topics.health(), HealthNote::of, this::show);
    Feeder feeder = feeder(exit, stage, baseline);
    double seconds = awaitJudgement(exit, stage, feeder);
    await(exit, stage, topics.alerts(), alerts);
    if (health != null) {
      await(exit, stage, topics.health(), health);
    }
    screen.endProgress();
    return result(baseline, seconds);
  }

  /** From now on shows, too, what comes after the end of what counts. */
  void goOn() {
    goesOn = true;
  }

  private void introduce(DemoStage stage) throws Exception {
    screen.line(
        "Kafka listens on "
            + stage.broker().bootstrap()
            + ", Flink shows itself at "
            + stage.pipeline().webPage());
    screen.line(
        plan.entities()
            + (plan.entities() == 1 ? " pump, " : " pumps, ")
            + HumanNumbers.length(plan.counted().length())
            + " of their lives in "
            + HumanNumbers.length(plan.feedFor())
            + "; "
            + faults.size()
            + (faults.size() == 1 ? " fault" : " faults")
            + " to be found.");
    screen.line("");
  }

  private static <T> TopicReader<T> reader(
      CleanExit exit,
      DemoStage stage,
      String topic,
      Function<JsonFields, T> parser,
      Consumer<T> receiver) {
    TopicReader<T> reader =
        exit.closing(new TopicReader<>(stage.broker().bootstrap(), topic, parser, receiver));
    reader.start();
    return reader;
  }

  private void show(AlertMessage alert) {
    boolean unseen = incidents.accept(alert);
    boolean counts = alert.moment().time().isBefore(plan.end());
    if (unseen && (counts || goesOn)) {
      screen.line(lines.of(alert));
    }
  }

  private void show(HealthNote note) {
    boolean unseen = sensors.accept(note);
    if (unseen && (note.time().isBefore(plan.end()) || goesOn)) {
      screen.line(lines.of(note));
    }
  }

  private Feeder feeder(CleanExit exit, DemoStage stage, ZScoreBaseline baseline) throws Exception {
    KafkaReadings sink =
        KafkaReadings.open(stage.broker().bootstrap(), stage.config().kafka().events());
    Feeder feeder = exit.closing(new Feeder(plan, sink, baseline::accept));
    feeder.start();
    return feeder;
  }

  private double awaitJudgement(CleanExit exit, DemoStage stage, Feeder feeder) throws Exception {
    TopicPositions events =
        exit.closing(
            new TopicPositions(
                stage.broker().bootstrap(), stage.config().kafka().events(), plan.partitions()));
    Judged judged = new Judged(events, stage.group());
    Stall stall = new Stall();
    while (!judged.isDone()) {
      Thread.sleep(BEAT.toMillis());
      stage.pipeline().check();
      judged.look();
      stall.check(judged.records());
      if (feeder.isPastEnd()) {
        judged.aim();
      }
      screen.progress(progress(feeder, judged));
    }
    return feeder.secondsRunning();
  }

  private String progress(Feeder feeder, Judged judged) {
    SimulationPlan counted = plan.counted();
    long total = counted.length().dividedBy(counted.period()) * plan.entities();
    long percent = Math.min(100, 100 * judged.records() / total);
    return String.format(
        "%3d %%  %s events written, %s judged",
        percent, HumanNumbers.grouped(feeder.written()), HumanNumbers.grouped(judged.records()));
  }

  private static void await(CleanExit exit, DemoStage stage, String topic, TopicReader<?> reader)
      throws Exception {
    TopicPositions positions =
        exit.closing(new TopicPositions(stage.broker().bootstrap(), topic, 1));
    Map<TopicPartition, Long> ends = positions.ends();
    for (long end : ends.values()) {
      while (!reader.hasPassed(end)) {
        Thread.sleep(BEAT.toMillis());
      }
    }
  }

  private DemoResult result(ZScoreBaseline baseline, double seconds) {
    SimulationPlan counted = plan.counted();
    Scoreboard board =
        new Scoreboard(
            faults, plan.entities(), counted.from().toEpochMilli(), plan.end().toEpochMilli());
    long events = new Simulation(counted).size();
    return new DemoResult(
        plan,
        board.tally(incidents.openings(), sensors.openings()),
        board.tally(baseline.openings()),
        events / seconds);
  }
}
