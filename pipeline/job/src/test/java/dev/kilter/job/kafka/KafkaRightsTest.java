package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.job.config.PipelineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The topics and users that Strimzi makes are those of the pipeline that is deployed beside. */
class KafkaRightsTest {
  private static final Path K8S = Path.of("../../k8s");
  private static final PipelineConfig PIPELINE =
      PipelineConfig.load(
          K8S.resolve("base/pipeline.yaml"),
          Map.of(
              "KAFKA_BOOTSTRAP", "kafka:9093",
              "KAFKA_JAAS_CONFIG", "none",
              "KILTER_DELIVERY", "exactly-once"));
  private static final Topics TOPICS = Topics.of(PIPELINE.kafka());

  @Test
  void everyTopicOfThePipelineIsMadeAndNoOther() throws IOException {
    assertThat(resources("topics.yaml").map(topic -> topic.at("/metadata/name").asText()))
        .containsExactlyInAnyOrderElementsOf(TOPICS.all());
  }

  @Test
  void whatPeopleSayIsOfOnePartitionSoThatItStaysInOrder() throws IOException {
    assertThat(
            resources("topics.yaml")
                .filter(topic -> topic.at("/metadata/name").asText().equals("control"))
                .map(topic -> topic.at("/spec/partitions").asInt()))
        .containsExactly(1);
  }

  @Test
  void thePipelineMayDoWhatItDoesAndNothingElse() throws IOException {
    Set<String> does = new TreeSet<>();
    TOPICS.read().forEach(topic -> does.add("Read topic " + topic));
    for (String topic : TOPICS.written()) {
      does.addAll(List.of("Write topic " + topic, "DescribeConfigs topic " + topic));
    }
    String name = PIPELINE.name();
    does.addAll(List.of("Read group kilter-" + name, "Read group kilter-" + name + "-control"));
    String transactions = " transactionalId " + PIPELINE.delivery().prefix("") + "*";
    does.addAll(List.of("Write" + transactions, "Describe" + transactions));

    assertThat(rights("kilter")).isEqualTo(does);
  }

  @Test
  void onlyTheOneWhoTellsAlertsAndPeopleReadThem() throws IOException {
    assertThat(rights("kilter-notify"))
        .contains(
            "Read topic alerts", "Read topic alert-groups", "Read group kilter-notify-pumps-*")
        .doesNotContain("Write topic control", "Write topic alerts");
    assertThat(rights("kilter-people"))
        .contains("Read topic alerts", "Write topic control")
        .noneMatch(right -> right.startsWith("Write") && !right.endsWith(" control"));
  }

  private static Set<String> rights(String user) throws IOException {
    Set<String> rights = new TreeSet<>();
    resources("users.yaml")
        .filter(resource -> resource.at("/metadata/name").asText().equals(user))
        .flatMap(resource -> stream(resource.at("/spec/authorization/acls")))
        .forEach(
            acl -> stream(acl.get("operations")).forEach(verb -> rights.add(right(verb, acl))));
    return rights;
  }

  private static String right(JsonNode operation, JsonNode acl) {
    JsonNode resource = acl.get("resource");
    String all = resource.path("patternType").asText().equals("prefix") ? "*" : "";
    return "%s %s %s%s"
        .formatted(
            operation.asText(), resource.get("type").asText(), resource.get("name").asText(), all);
  }

  private static Stream<JsonNode> resources(String file) throws IOException {
    Load load = new Load(LoadSettings.builder().build());
    String text = Files.readString(K8S.resolve("kafka").resolve(file));
    return StreamSupport.stream(load.loadAllFromString(text).spliterator(), false)
        .<JsonNode>map(new ObjectMapper()::valueToTree)
        .toList()
        .stream();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
