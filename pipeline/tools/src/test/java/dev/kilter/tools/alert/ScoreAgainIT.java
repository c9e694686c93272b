package dev.kilter.tools.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.ToolRun;
import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.simulate.KafkaReadings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts of a real pipeline, scored again from what they hold and from the events topic. */
class ScoreAgainIT {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path folder;
  private static EmbeddedBroker broker;
  private static JudgedPumps pumps;
  private static final List<ToldAlert> ALERTS = new ArrayList<>();

  @BeforeAll
  static void judge() throws Exception {
    broker = EmbeddedBroker.start();
    pumps = new JudgedPumps(broker, folder);
    pumps.run();
    try (TopicRecords records = records()) {
      records.read("alerts", records.present("alerts"), record -> ALERTS.add(ToldAlert.of(record)));
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void everyAlertThatRestsOnRecordsScoresAgainAsItSays() throws Exception {
    PipelineConfig config = pumps.config();
    List<String> wrong = new ArrayList<>();
    int again = 0;
    try (TopicRecords records = records()) {
      for (ToldAlert alert : ALERTS) {
        if (alert.restsOnRecords()) {
          SecondScore second = new ScoreAgain(config, alert).score(records);
          again++;
          if (!second.same()) {
            wrong.add(second.raw() + " " + second.average() + " " + alert.json());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(again).isGreaterThan(100);
  }

  @Test
  void amongThemIsAllThatRecordsDoNotSay() {
    assertThat(having("grid", alert -> !alert.evidence().rows().filled().isEmpty())).isPositive();
    assertThat(having("grid", alert -> !alert.evidence().rows().measured().isEmpty())).isPositive();
    assertThat(having("grid", alert -> !alert.evidence().baselines().isEmpty())).isPositive();
    assertThat(having("rows", alert -> !alert.evidence().rows().filled().isEmpty())).isPositive();
    assertThat(having("single", alert -> alert.subject().late())).isPositive();
    assertThat(having("ahead", alert -> alert.evidence().carried().lead() != null)).isPositive();
    assertThat(having("ahead-rows", alert -> alert.evidence().carried().lead() != null))
        .isPositive();
    assertThat(having("rows", alert -> alert.evidence().offsets().size() == JudgedPumps.PARTITIONS))
        .isPositive();
    assertThat(having("rows", alert -> !alert.evidence().rows().tellsAll(8))).isPositive();
    assertThat(ALERTS).noneMatch(alert -> alert.told().shortened());
  }

  @Test
  void showTellsItForPeople() {
    ToldAlert alert = one("grid");

    ToolRun run = show(alert.incident().substring(0, 12) + "/" + alert.revision());

    assertThat(run.code()).isZero();
    assertThat(run.output())
        .contains(alert.message().entity(), alert.message().summary(), "48 rows from ")
        .contains("vibration", "▁", "in the alert", "scored again")
        .containsPattern("raw +[-0-9.]+ +[-0-9.]+   the same")
        .containsPattern("average +[-0-9.]+ +[-0-9.]+   the same");
  }

  @Test
  void showTellsItForPrograms() throws Exception {
    ToldAlert alert = one("ahead");

    ToolRun run = show(alert.incident() + "/" + alert.revision(), "--json");

    JsonNode json = JSON.readTree(run.output());
    assertThat(json.path("same").asBoolean()).isTrue();
    assertThat(json.path("alert")).isEqualTo(alert.json());
    assertThat(json.path("channels")).hasSize(8);
    assertThat(json.at("/raw/told")).isEqualTo(json.at("/raw/again"));
  }

  @Test
  void recordsThatAreGoneAreSaidSo() throws Exception {
    broker.createTopic("gone", 1, Map.of());
    write("gone", "{}");
    write("gone", "{}");
    TopicPartition partition = new TopicPartition("gone", 0);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(1))).all().get();
    }

    ToolRun run = showChanged(901, json -> moved(json, "gone-0", 0, 1));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.output())
        .contains("It cannot be scored again: the records are gone: the alert rests on those of")
        .contains("gone-0 from offset 0 on, and the topic keeps them only from 1 on.");
  }

  @Test
  void aTopicThatHasBeenMadeAnewIsSaidSo() throws Exception {
    ToolRun run = showChanged(902, json -> moved(json, "events-0", 5, 10_000_000));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.output()).contains("up to offset 10000000, and the topic only has them up to");
  }

  @Test
  void fewerRecordsThanItSaysAreSaidSo() throws Exception {
    ToolRun run = showChanged(903, json -> moved(json, "events-0", 5, 5));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.output()).contains("It cannot be scored again: its rows do not come again: ");
  }

  @Test
  void anotherNetworkUnderTheSameNameIsTheUsersMistake() throws Exception {
    ToolRun run = showChanged(904, json -> json.withObject("/model").put("sha256", "0".repeat(64)));

    assertThat(run.failure())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("The alert rests on model pump-lstm-ae/1 (000")
        .hasMessageContaining("Put that bundle there");
  }

  @Test
  void whatComesOutOtherwiseIsSaidWithTheDifference() throws Exception {
    ToolRun run = showChanged(905, json -> json.withObject("/evidence").put("raw", 1e6));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.output()).containsPattern("raw +1000000 +[-0-9.]+   differs by -1\\.0e\\+02 %");
  }

  @Test
  void evidenceThatWasLeftOutIsSaidSo() throws Exception {
    ToolRun run = showChanged(906, json -> json.withObject("/evidence").put("shortened", true));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.output()).contains("larger than 64 KiB");
  }

  @Test
  void theFileOfAnotherPipelineIsTheUsersMistake() throws Exception {
    Path other = folder.resolve("other.yaml");
    String yaml = Files.readString(pumps.file()).replace("name: pumps", "name: other");
    Files.writeString(other, yaml);

    ToolRun run = ToolRun.of(new ShowCommand(), other, one("grid").incident());

    assertThat(run.failure())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("The pipeline other gives no incident the id ");
  }

  @Test
  void anIdThatIsNoneOrOfNobodyIsTheUsersMistake() {
    assertThat(show("pump-01").failure())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("\"pump-01\" is no id of an incident: ");
    assertThat(show("0123456789").failure())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no alert of an incident whose id begins with 0123456789");
    assertThat(show(one("grid").incident() + "/999").failure())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no revision 999 in topic alerts; there are [1, ");
  }

  private static TopicRecords records() throws InterruptedException {
    return TopicRecords.open(pumps.config().kafka(), "alerts");
  }

  private static long having(String detector, Predicate<ToldAlert> wanted) {
    return of(detector).stream().filter(wanted).count();
  }

  private static List<ToldAlert> of(String detector) {
    return ALERTS.stream()
        .filter(ToldAlert::restsOnRecords)
        .filter(alert -> alert.message().about().detector().equals(detector))
        .toList();
  }

  private static ToldAlert one(String detector) {
    return of(detector).stream()
        .filter(alert -> !alert.evidence().rows().tellsAll(8) && !alert.subject().late())
        .findFirst()
        .orElseThrow();
  }

  private static ToolRun show(String id, String... more) {
    List<Object> arguments = new ArrayList<>(List.of(pumps.file(), id));
    arguments.addAll(List.of(more));
    return ToolRun.of(new ShowCommand(), arguments.toArray());
  }

  /** Shows an alert that says something else than one that was told. */
  private static ToolRun showChanged(int revision, Consumer<ObjectNode> change) throws Exception {
    ObjectNode json = one("grid").json().deepCopy();
    change.accept(json);
    write("alerts", json.put("revision", revision).toString());
    return show(json.path("incident").asText() + "/" + revision);
  }

  private static void moved(ObjectNode json, String place, long first, long last) {
    ObjectNode offsets = json.withObject("/evidence").putObject("offsets");
    offsets.putArray(place).add(first).add(last);
  }

  private static void write(String topic, String value) throws Exception {
    try (KafkaReadings records = KafkaReadings.open(broker.bootstrap(), topic)) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      records.send(new ProducerRecord<>(topic, 0, null, null, bytes));
    }
  }
}
