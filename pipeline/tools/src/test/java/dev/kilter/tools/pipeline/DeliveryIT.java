package dev.kilter.tools.pipeline;

import static dev.kilter.tools.pipeline.HotPumps.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.job.config.DeliveryConfig;
import dev.kilter.job.config.Guarantee;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.embedded.EmbeddedFlink;
import dev.kilter.tools.embedded.FlinkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of delivery, on a real broker that ends transactions by itself. */
class DeliveryIT {
  private static final int PUMPS = HotPumps.COUNT;
  private static final int ALERTS = 3 * PUMPS;
  private static final int SECONDS = 60;
  private static final int HELD_BACK_SECONDS = 3;

  /** But for one at the start: what is told between it and a savepoint is pending in that. */
  private static final Map<String, String> NO_CHECKPOINTS =
      Map.of("INTERVAL", "10m", "TIMEOUT", "11m");

  private static EmbeddedBroker broker;

  @TempDir private Path folder;

  @BeforeAll
  static void startBroker() {
    broker =
        EmbeddedBroker.start(
            Map.of("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void afterACrashThoseWhoReadWhatIsCommittedSeeEachAlertOnce() throws Exception {
    PipelineTopics whole = topics("whole");
    whole.write(events(whole, 0, SECONDS));
    List<String> expected;
    try (EmbeddedFlink flink = start(whole.config(), whole, 2, null)) {
      expected = sorted(whole.readTexts("alerts", ALERTS));
      flink.check();
    }

    PipelineTopics crashed = topics("crashed");
    PipelineConfig config = crashed.config("exactly-once.yaml", NO_CHECKPOINTS);
    int half = 34;
    try (CommittedTopic alerts = new CommittedTopic(crashed, "alerts")) {
      try (EmbeddedFlink flink = start(config, crashed, 2, null)) {
        alerts.await(() -> Checkpoints.exist(crashed.checkpoints()), "a checkpoint");
        crashed.write(events(crashed, 0, half));
        crashed.read("scores", judged(half));
        crashed.read("alerts", 1);
        flink.check();
      }
      crashed.write(events(crashed, half, SECONDS));
      try (EmbeddedFlink flink =
          start(config, crashed, 1, Checkpoints.newest(crashed.checkpoints()))) {
        crashed.read("scores", judged(half) + judged(SECONDS));
        flink.stopWithSavepoint(savepoints());
      }

      assertThat(sorted(alerts.readToTheEnd()))
          .isEqualTo(expected.stream().map(line -> line.replace("whole", "crashed")).toList());
    }
  }

  @Test
  void whatWaitsInASavepointIsCommittedWhenItIsGoneOnFrom() throws Exception {
    PipelineTopics topics = topics("waiting");
    PipelineConfig config = topics.config("exactly-once.yaml", NO_CHECKPOINTS);
    String savepoint = savepointWithAlertsThatWait(topics, config);

    assertThatThrownBy(() -> start(topics.config(), topics, 1, savepoint))
        .isInstanceOf(UserError.class)
        .hasMessageMatching(
            ".* would lose .* transactions? of kilter-waiting-alerts.* with delivery at-least-once nobody.*");

    try (CommittedTopic alerts = new CommittedTopic(topics, "alerts");
        EmbeddedFlink flink = start(config, topics, 1, savepoint)) {
      assertThat(alerts.read(ALERTS)).hasSize(ALERTS);
      flink.check();
    }
  }

  @Test
  void aSavepointWhoseTransactionsKafkaHasEndedIsGoneOnFromOnlyWhereTheFileAcceptsTheLoss()
      throws Exception {
    PipelineTopics topics = topics("ended");
    PipelineConfig config = topics.config("exactly-once.yaml", NO_CHECKPOINTS);
    String savepoint = savepointWithAlertsThatWait(topics, shortLived(config, Instant.EPOCH));
    try (CommittedTopic alerts = new CommittedTopic(topics, "alerts")) {
      assertThat(alerts.readToTheEnd()).isEmpty();

      assertThatThrownBy(() -> start(config, topics, 1, savepoint))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("Going on from " + savepoint + ", with what was told between")
          .hasMessageMatching(
              ".*\\(10m earlier, or more\\) and \\d{4}-\\d\\d-\\d\\dT.* would lose .* transactions? of alerts.*");

      PipelineConfig accepting = shortLived(config, Instant.now());
      try (LoggedErrors errors = LoggedErrors.of("dev.kilter.job.kafka.WatchedCommitter");
          EmbeddedFlink flink = start(accepting, topics, 1, savepoint)) {
        flink.awaitRunning();
        flink.stopWithSavepoint(savepoints());
        assertThat(errors.lines())
            .anyMatch(line -> line.startsWith("LOST: what was told to topic ended-alerts in "));
      }
      assertThat(alerts.readToTheEnd()).isEmpty();
    }
  }

  @Test
  void aStateThatThePipelineWasStoppedWithIsGoneOnFromWhateverKafkaRemembers() throws Exception {
    PipelineTopics topics = topics("stopped");
    PipelineConfig config = topics.config("exactly-once.yaml", NO_CHECKPOINTS);
    topics.write(events(topics, 0, SECONDS));
    String savepoint;
    try (EmbeddedFlink flink = start(config, topics, 1, null)) {
      topics.read("scores", judged(SECONDS));
      savepoint = flink.stopWithSavepoint(savepoints());
    }
    try (CommittedTopic alerts = new CommittedTopic(topics, "alerts")) {
      assertThat(alerts.readToTheEnd()).hasSize(ALERTS);
      try (EmbeddedFlink flink = start(config, topics, 1, savepoint)) {
        flink.awaitRunning();
        flink.stopWithSavepoint(savepoints());
      }
      assertThat(alerts.readToTheEnd()).hasSize(ALERTS);
    }
  }

  /** Alerts are told, state is saved, and the pipeline dies before a checkpoint commits them. */
  private String savepointWithAlertsThatWait(PipelineTopics topics, PipelineConfig config)
      throws Exception {
    try (CommittedTopic alerts = new CommittedTopic(topics, "alerts");
        EmbeddedFlink flink = start(config, topics, 2, null)) {
      alerts.await(() -> Checkpoints.exist(topics.checkpoints()), "a checkpoint");
      topics.write(events(topics, 0, SECONDS));
      topics.read("alerts", ALERTS);
      return flink.savepoint(savepoints());
    }
  }

  /** The same, but Kafka ends its transactions after seconds: no pipeline file may say that. */
  private static PipelineConfig shortLived(PipelineConfig config, Instant accepted) {
    return new PipelineConfig(
        config.name(),
        config.kafka(),
        config.events(),
        config.time(),
        config.health(),
        config.checkpoints(),
        new DeliveryConfig(
            Guarantee.EXACTLY_ONCE,
            Duration.ofSeconds(15),
            config.delivery().longestOutage(),
            config.delivery().prefix(),
            accepted),
        config.detectors(),
        config.runtime(),
        config.groups(),
        config.quiet());
  }

  private PipelineTopics topics(String prefix) {
    return PipelineTopics.create(broker, prefix, folder.resolve(prefix));
  }

  private String savepoints() {
    return folder.resolve("savepoints").toUri().toString();
  }

  private static EmbeddedFlink start(
      PipelineConfig config, PipelineTopics topics, int parallelism, String restore)
      throws Exception {
    Path scratch = Files.createDirectories(topics.checkpoints().resolve("flink"));
    return EmbeddedFlink.start(config, new FlinkOptions(parallelism, scratch, 0, restore));
  }

  private static int judged(int seconds) {
    return PUMPS * (seconds - HELD_BACK_SECONDS - 1);
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream().sorted().toList();
  }
}
