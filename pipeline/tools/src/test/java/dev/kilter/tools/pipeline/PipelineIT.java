package dev.kilter.tools.pipeline;

import static dev.kilter.tools.pipeline.HotPumps.events;
import static dev.kilter.tools.pipeline.HotPumps.isHot;
import static dev.kilter.tools.pipeline.RecordTexts.cloudEvent;
import static dev.kilter.tools.pipeline.RecordTexts.header;
import static dev.kilter.tools.pipeline.RecordTexts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.embedded.EmbeddedFlink;
import dev.kilter.tools.embedded.FlinkOptions;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline on a real broker and a real Flink runtime. */
class PipelineIT {
  private static final int PUMPS = HotPumps.COUNT;
  private static final int SECONDS = 60;
  private static final int HELD_BACK_SECONDS = 3;

  /** It opens with the third pump, the fourth joins, and it closes. */
  private static final int GROUP_MESSAGES = 3;

  private static EmbeddedBroker broker;

  @TempDir private Path folder;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void eventsInKafkaBecomeAlertsInKafka() throws Exception {
    PipelineTopics topics = PipelineTopics.create(broker, "alerts", folder);
    topics.write(events(topics, 0, SECONDS));

    try (EmbeddedFlink flink = start(topics, 2, null)) {
      List<ConsumerRecord<byte[], byte[]>> alerts = topics.read("alerts", 3 * PUMPS);
      flink.check();

      ConsumerRecord<byte[], byte[]> first = alerts.get(0);
      String json = text(first.value());
      assertThat(json)
          .contains("\"status\":\"open\"", "\"revision\":1", "\"name\":\"temperature\"");
      assertThat(json).contains("\"incident\":\"" + text(first.key()) + "\"");
      CloudEvent event = cloudEvent(first);
      assertThat(event.getId()).isEqualTo(text(first.key()) + "/1");
      assertThat(event.getType()).isEqualTo("dev.kilter.incident.opened");
      assertThat(event.getSource()).hasToString("/kilter/it/pumps");
      assertThat(json).contains("\"entity\":\"" + event.getSubject() + "\"");
      assertThat(json).contains("\"time\":\"" + event.getTime().toInstant() + "\"");
      assertThat(event.getDataContentType()).isEqualTo("application/json");
    }
  }

  @Test
  void incidentsThatOpenTogetherAreAGroupInKafka() throws Exception {
    PipelineTopics topics = PipelineTopics.create(broker, "together", folder);
    topics.write(events(topics, 0, SECONDS));

    try (EmbeddedFlink flink = start(topics, 2, null)) {
      List<ConsumerRecord<byte[], byte[]>> messages = topics.read("groups", GROUP_MESSAGES);
      flink.check();

      assertThat(messages)
          .extracting(message -> header(message.headers(), "ce_type"))
          .containsExactly(
              "dev.kilter.group.opened", "dev.kilter.group.updated", "dev.kilter.group.closed");
      ConsumerRecord<byte[], byte[]> last = messages.get(2);
      assertThat(header(last.headers(), "ce_id")).isEqualTo(text(last.key()) + "/3");
      assertThat(text(last.value()))
          .startsWith("{\"group\":\"" + text(last.key()) + "\",\"revision\":3")
          .contains("\"entity\":\"pump-0\"", "\"entity\":\"pump-3\"", "\"summary\":\"4 entities");
    }
  }

  @Test
  void badRecordsBecomeDeadLettersAndTheirNeighboursAreJudgedAsWithoutThem() throws Exception {
    PipelineTopics clean = PipelineTopics.create(broker, "clean", folder.resolve("clean"));
    clean.write(events(clean, 0, SECONDS));
    List<String> expected = scoresOf(clean, judged(SECONDS));

    PipelineTopics dirty = PipelineTopics.create(broker, "dirty", folder.resolve("dirty"));
    List<ProducerRecord<byte[], byte[]>> records = events(dirty, 0, SECONDS);
    List<ProducerRecord<byte[], byte[]>> bad = BadRecords.of(dirty);
    for (int i = 0; i < bad.size(); i++) {
      records.add(7 * (i + 1), bad.get(i));
    }
    dirty.write(records);
    List<String> actual = scoresOf(dirty, judged(SECONDS));

    assertThat(actual).isEqualTo(expected);
    List<ConsumerRecord<byte[], byte[]>> letters = dirty.read("dead-letters", bad.size());
    assertThat(letters)
        .extracting(letter -> header(letter.headers(), "kilter-reason"))
        .containsExactlyInAnyOrderElementsOf(BadRecords.reasons());
    assertThat(letters)
        .allSatisfy(
            letter -> {
              assertThat(header(letter.headers(), "kilter-topic")).isEqualTo("dirty-events");
              assertThat(header(letter.headers(), "kilter-offset")).matches("\\d+");
              assertThat(header(letter.headers(), "kilter-detail")).isNotBlank();
            });
  }

  /** Partitions count as idle after an hour; a task without one would hold back all as long. */
  @Test
  void moreTasksThanPartitionsHoldNothingBack() throws Exception {
    PipelineTopics topics = PipelineTopics.create(broker, "spread", folder);
    topics.write(events(topics, 0, SECONDS));

    try (EmbeddedFlink flink = start(topics, 4, null)) {
      assertThat(topics.read("alerts", 3 * PUMPS)).hasSize(3 * PUMPS);
      flink.check();
    }
  }

  @Test
  void messagesOfSeveralLinesAreJudgedAsTheirReadingsOneByOne() throws Exception {
    PipelineTopics single = PipelineTopics.create(broker, "single", folder.resolve("single"));
    single.write(events(single, 0, SECONDS));
    List<String> expected = scoresOf(single, judged(SECONDS));

    PipelineTopics lines = PipelineTopics.create(broker, "lines", folder.resolve("lines"));
    lines.write(messages(lines));
    try (EmbeddedFlink flink = start(lines.config("two-channels-csv.yaml"), lines, 2, null)) {
      assertThat(sorted(lines.readTexts("scores", judged(SECONDS)))).isEqualTo(expected);
      flink.check();
    }
  }

  /** Three seconds of one pump in a message of CSV lines. */
  private static List<ProducerRecord<byte[], byte[]>> messages(PipelineTopics topics) {
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    for (int from = 0; from < SECONDS; from += 3) {
      for (int pump = 0; pump < PUMPS; pump++) {
        StringBuilder lines = new StringBuilder();
        for (int second = from; second < from + 3; second++) {
          double fahrenheit = (isHot(pump, second) ? 9 : 0.5) * 1.8 + 32;
          lines.append("%d;pump-%d;%s;0.5\n".formatted(second * 1_000L, pump, fahrenheit));
        }
        messages.add(topics.record(pump % 2, lines.toString().getBytes(StandardCharsets.UTF_8)));
      }
    }
    return messages;
  }

  @Test
  void aSavepointInTheMiddleAndAnotherParallelismChangeNoAlert() throws Exception {
    PipelineTopics whole = PipelineTopics.create(broker, "whole", folder.resolve("whole"));
    whole.write(events(whole, 0, SECONDS));
    try (EmbeddedFlink flink = start(whole, 2, null)) {
      whole.read("groups", GROUP_MESSAGES);
      whole.read("scores", judged(SECONDS));
      flink.check();
    }
    List<String> expected = sorted(whole.readTexts("alerts", 3 * PUMPS));

    PipelineTopics halved = PipelineTopics.create(broker, "halved", folder.resolve("halved"));
    int half = 34;
    halved.write(events(halved, 0, half));
    String savepoint;
    try (EmbeddedFlink flink = start(halved, 1, null)) {
      halved.read("scores", judged(half));
      savepoint = flink.stopWithSavepoint(folder.resolve("savepoints").toUri().toString());
    }
    halved.write(events(halved, half, SECONDS));
    try (EmbeddedFlink flink = start(halved, 2, savepoint)) {
      halved.read("groups", GROUP_MESSAGES);
      halved.read("scores", judged(SECONDS));
      flink.check();
    }

    List<String> alerts = sorted(halved.readTexts("alerts", 3 * PUMPS));
    assertThat(alerts)
        .isEqualTo(expected.stream().map(line -> line.replace("whole", "halved")).toList());
    assertThat(alerts).hasSize(3 * PUMPS);
    assertThat(halved.readTexts("groups", GROUP_MESSAGES))
        .isEqualTo(whole.readTexts("groups", GROUP_MESSAGES));
  }

  @Test
  void aGpuThatMustBeAndIsNotEndsTheStartWithWhatIsMissingInWordsForTheUser() throws Exception {
    PipelineTopics topics = PipelineTopics.create(broker, "cuda", folder.resolve("cuda"));
    PipelineConfig config = topics.config("two-channels.yaml", Map.of("PROVIDER", "cuda"));

    try (EmbeddedFlink flink = start(config, topics, 1, null)) {
      assertThatThrownBy(flink::awaitRunning)
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("runtime.provider is cuda, and this machine cannot: ")
          .hasMessageEndingWith(". With provider: auto it would run on the CPU.");
    }
  }

  private static int judged(int seconds) {
    return PUMPS * (seconds - HELD_BACK_SECONDS - 1);
  }

  private static List<String> scoresOf(PipelineTopics topics, int count) throws Exception {
    try (EmbeddedFlink flink = start(topics, 2, null)) {
      List<String> scores = topics.readTexts("scores", count);
      flink.check();
      return sorted(scores);
    }
  }

  private static EmbeddedFlink start(PipelineTopics topics, int parallelism, String restore)
      throws Exception {
    return start(topics.config(), topics, parallelism, restore);
  }

  private static EmbeddedFlink start(
      PipelineConfig config, PipelineTopics topics, int parallelism, String restore)
      throws Exception {
    Path scratch = Files.createDirectories(topics.checkpoints().resolve("flink"));
    return EmbeddedFlink.start(config, new FlinkOptions(parallelism, scratch, 0, restore));
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream().sorted(Comparator.naturalOrder()).toList();
  }
}
