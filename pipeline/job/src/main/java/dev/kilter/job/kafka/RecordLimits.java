package dev.kilter.job.kafka;

import dev.kilter.UserError;
import dev.kilter.job.config.KafkaConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;

/**
 * How large the records may be that the topics of a pipeline take.
 *
 * @param bytes by topic, with what a record has beside its value
 */
record RecordLimits(Map<String, Integer> bytes) {
  /** Key, headers, and what Kafka adds. */
  private static final int BESIDE_VALUE = 4 << 10;

  private static final String OF_A_TOPIC = "max.message.bytes";
  private static final String OF_A_CLIENT = "max.request.size";

  /** What the topics take, and the client's property where there is one that takes less. */
  static RecordLimits ask(Admin admin, KafkaConfig kafka, List<String> topics)
      throws ExecutionException, InterruptedException {
    List<ConfigResource> asked =
        topics.stream()
            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
            .distinct()
            .toList();
    Map<ConfigResource, Config> said = admin.describeConfigs(asked).all().get();
    return new RecordLimits(
        asked.stream()
            .collect(
                Collectors.toMap(ConfigResource::name, topic -> smaller(said.get(topic), kafka))));
  }

  private static int smaller(Config topic, KafkaConfig kafka) {
    int most = Integer.parseInt(topic.get(OF_A_TOPIC).value());
    String client = kafka.properties().get(OF_A_CLIENT);
    return client != null && client.matches("\\d{1,9}")
        ? Math.min(most, Integer.parseInt(client))
        : most;
  }

  /**
   * Looks whether whatever a pipeline may have to tell can be told.
   *
   * @throws UserError naming each topic that takes less, and what it would have to take
   */
  void requireEnough(KafkaConfig kafka) {
    List<String> wrong = new ArrayList<>();
    for (String topic : Topics.of(kafka).written()) {
      int least = leastBytes(kafka, topic);
      if (bytes.get(topic) < least) {
        wrong.add(topic + " takes " + bytes.get(topic) + " and has to take " + least);
      }
    }
    if (!wrong.isEmpty()) {
      throw new UserError(
          "Records of so many bytes would be refused while the pipeline runs: "
              + String.join(", ", wrong)
              + ". Raise max.message.bytes of the topic, for instance with kafka-configs.sh, and"
              + " max.request.size if kafka.properties in the pipeline file have it.");
    }
  }

  /** Dead letters are cut to what there is room for. */
  private static int leastBytes(KafkaConfig kafka, String topic) {
    if (topic.equals(kafka.groups())) {
      return GroupJson.MOST_BYTES + BESIDE_VALUE;
    }
    boolean cut = topic.equals(kafka.deadLetters()) || topic.equals(kafka.late());
    return (cut ? BESIDE_VALUE : AlertJson.MOST_BYTES) + BESIDE_VALUE;
  }

  /** The largest value that the smallest of these topics takes. */
  int largestValueBytes() {
    return bytes.values().stream().mapToInt(most -> most - BESIDE_VALUE).min().orElseThrow();
  }
}
