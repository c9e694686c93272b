package dev.kilter.tools.tail;

import static dev.kilter.tools.tail.Messages.ALERT;
import static dev.kilter.tools.tail.Messages.HEALTH_NOTE;
import static dev.kilter.tools.tail.Messages.OLD_ALERT;
import static dev.kilter.tools.tail.Messages.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.UserError;
import dev.kilter.tools.ToolRun;
import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.embedded.SentRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Alerts and health of a real broker are shown as they come. */
class TailIT {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final String LATER = with(ALERT, "time", "2026-03-01T12:50:00Z");
  private static EmbeddedBroker broker;

  @TempDir private Path folder;
  private final Terminal terminal = new Terminal();
  private String alerts;
  private String health;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void makeTopics(TestInfo test) throws Exception {
    alerts = "alerts-" + test.getTestMethod().orElseThrow().getName();
    health = "health-" + test.getTestMethod().orElseThrow().getName();
    broker.createTopic(alerts, 2, Map.of("retention.ms", "-1"));
    broker.createTopic(health, 1, Map.of("retention.ms", "-1"));
    send(alerts, 0, "2026-03-01T12:00:10Z", OLD_ALERT);
    send(alerts, 0, "2026-03-01T12:50:00Z", LATER);
    send(alerts, 1, "2026-03-01T12:40:10Z", with(ALERT, "incident", "77aa"));
    send(health, 0, "2026-03-01T12:30:00Z", HEALTH_NOTE);
  }

  @Test
  void untilTheEndShowsAllThatIsThereByTime() throws Exception {
    assertThat(tail("--until-end", "--json").code()).isZero();

    assertThat(terminal.messages().lines())
        .containsExactly(OLD_ALERT, HEALTH_NOTE, with(ALERT, "incident", "77aa"), LATER);
    assertThat(terminal.notes().lines())
        .containsExactly("3 alerts, 2 incidents open; 1 health message.");
  }

  @Test
  void beginsWithTheTimeThatIsAskedFor() throws Exception {
    tail("--until-end", "--json", "--no-health", "--from", "2026-03-01T12:20:00Z");

    assertThat(terminal.messages().lines()).containsExactly(with(ALERT, "incident", "77aa"), LATER);
  }

  @Test
  void askingForAlertsLeavesHealthOutUnlessAskedForToo() throws Exception {
    tail("--until-end", "--severity", "major");
    assertThat(terminal.messages()).doesNotContain("HEALTH");

    tail("--until-end", "--severity", "major", "--health");
    assertThat(terminal.messages()).contains("HEALTH");
  }

  @Test
  void followsWhatComesAndPartitionsThatAreNewUntilItIsStopped() throws Exception {
    FutureTask<ToolRun> running = new FutureTask<>(() -> tail("--detector", "other", "--json"));
    Thread thread = new Thread(running);
    thread.start();
    await(() -> terminal.notes().contains("Ctrl-C stops."));
    String first = with(LATER, "detector", "other");
    String second = with(first, "incident", "new");
    send(alerts, 1, "2026-03-01T13:00:00Z", LATER);
    send(alerts, 1, "2026-03-01T13:00:01Z", first);
    await(() -> terminal.messages().lines().toList().equals(List.of(first)));
    addPartition();
    send(alerts, 2, "2026-03-01T13:00:02Z", second);
    await(() -> terminal.messages().lines().toList().equals(List.of(first, second)));
    thread.interrupt();

    assertThat(running.get(PATIENCE_NANOS, TimeUnit.NANOSECONDS).code()).isZero();
    assertThat(terminal.notes())
        .contains("has no detector other;")
        .endsWith("2 alerts, 2 incidents open." + System.lineSeparator());
    assertThat(groups()).isEmpty();
  }

  @Test
  void endsSilentlyWhenNobodyReadsAnyMore() throws Exception {
    terminal.close();

    assertThat(tail("--from", "earliest").code()).isZero();
    assertThat(terminal.notes().lines()).singleElement().asString().startsWith("Following ");
  }

  @Test
  void saysThatThereIsNoSuchTopic() throws Exception {
    health = "nowhere";

    ToolRun run = tail();

    assertThat(run.failure())
        .isInstanceOf(UserError.class)
        .hasMessage("There is no topic nowhere at " + broker.bootstrap() + "; create it first.");
  }

  private ToolRun tail(String... options) throws Exception {
    Path file = folder.resolve("pipeline.yaml");
    Files.writeString(
        file,
        "name: test\nkafka: {bootstrap: \"%s\", events: e, alerts: %s, dead-letters: d, health: %s}\n"
                .formatted(broker.bootstrap(), alerts, health)
            + "channels: {vibration: {unit: mm/s}}\ndetectors: []\n");
    List<Object> arguments = new ArrayList<>(List.of(file));
    arguments.addAll(List.of(options));
    return ToolRun.of(new TailCommand(terminal.output()), arguments.toArray());
  }

  private static void send(String topic, int partition, String time, String json) throws Exception {
    long timeMillis = Instant.parse(time).toEpochMilli();
    SentRecords.send(
        broker, new ProducerRecord<>(topic, partition, timeMillis, null, json.getBytes(UTF_8)));
  }

  private void addPartition() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      admin.createPartitions(Map.of(alerts, NewPartitions.increaseTo(3))).all().get();
    }
  }

  private static List<String> groups() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      return admin.listGroups().all().get().stream().map(group -> group.groupId()).toList();
    }
  }

  private static void await(BooleanSupplier condition) {
    long begin = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - begin).isLessThan(PATIENCE_NANOS);
      Thread.onSpinWait();
    }
  }
}
