package dev.kilter.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What Flink's operator refuses though the schema allows it: the rules of its class
 * DefaultValidator for a pipeline in application mode that is applied for the first time.
 */
final class OperatorRules {
  private static final String NAME = "[a-z]([-a-z\\d]{0,43}[a-z\\d])?";
  private static final String MEMORY = "\\d+ ?(b|k|kb|m|mb|g|gb|t|tb|[KMGT]i?)?";
  private static final List<String> NOT_OURS =
      List.of("kubernetes.namespace", "kubernetes.cluster-id", "high-availability.cluster-id");
  private static final Set<String> LOG_FILES =
      Set.of("log4j-console.properties", "logback-console.xml");

  private final JsonNode deployment;
  private final List<String> broken = new ArrayList<>();

  private OperatorRules(JsonNode deployment) {
    this.deployment = deployment;
  }

  /** The rules that a FlinkDeployment breaks. */
  static List<String> brokenBy(JsonNode deployment) {
    OperatorRules rules = new OperatorRules(deployment);
    rules.name();
    rules.settings();
    rules.job();
    rules.jobManagers();
    rules.resources("jobManager");
    rules.resources("taskManager");
    return rules.broken;
  }

  private void name() {
    require(
        text("/metadata/name").matches(NAME),
        "the name is at most 45 small letters, digits and dashes");
    require(!text("/spec/flinkVersion").isEmpty(), "flinkVersion is missing");
    require(!text("/spec/serviceAccount").isEmpty(), "serviceAccount is missing");
  }

  private void settings() {
    JsonNode settings = deployment.at("/spec/flinkConfiguration");
    NOT_OURS.forEach(key -> require(!settings.has(key), key + " is the operator's to set"));
    deployment
        .at("/spec/logConfiguration")
        .fieldNames()
        .forEachRemaining(
            file -> require(LOG_FILES.contains(file), file + " is no file of log settings"));
    if (settings.path("job.autoscaler.enabled").asBoolean()) {
      double target = settings.path("job.autoscaler.utilization.target").asDouble(0.7);
      require(target > 0 && target <= 1, "job.autoscaler.utilization.target is above 0, at most 1");
      require(
          settings.path("job.autoscaler.vertex.min-parallelism").asInt(1)
              <= settings.path("job.autoscaler.vertex.max-parallelism").asInt(200),
          "the autoscaler's least parallelism is above its greatest");
    }
  }

  private void job() {
    require(deployment.at("/spec/job/parallelism").asInt() >= 1, "job.parallelism is below 1");
    require(!text("/spec/job/jarURI").isEmpty(), "job.jarURI is missing");
    require(text("/spec/job/state").equals("running"), "a new job starts running");
    String upgrade = text("/spec/job/upgradeMode");
    require(!upgrade.equals("last-state") || isHighlyAvailable(), "last-state takes HA");
    require(
        !upgrade.equals("savepoint") || !setting("execution.checkpointing.savepoint-dir").isBlank(),
        "upgrades with a savepoint take execution.checkpointing.savepoint-dir");
    require(
        !setting("kubernetes.operator.deployment.rollback.enabled").equals("true")
            || isHighlyAvailable(),
        "going back takes HA");
  }

  private void jobManagers() {
    int replicas = deployment.at("/spec/jobManager/replicas").asInt(1);
    require(replicas >= 1, "there is no job manager");
    require(replicas == 1 || isHighlyAvailable(), "a second job manager takes HA");
  }

  private void resources(String of) {
    String memory = text("/spec/" + of + "/resource/memory");
    require(!memory.isEmpty(), of + " has no memory");
    require(memory.matches(MEMORY), of + ": " + memory + " is no amount of memory");
  }

  private boolean isHighlyAvailable() {
    return setting("high-availability.type").equals("kubernetes")
        && !setting("high-availability.storageDir").isBlank();
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      broken.add(otherwise);
    }
  }

  private String setting(String key) {
    return deployment.at("/spec/flinkConfiguration").path(key).asText();
  }

  private String text(String pointer) {
    return deployment.at(pointer).asText();
  }
}
