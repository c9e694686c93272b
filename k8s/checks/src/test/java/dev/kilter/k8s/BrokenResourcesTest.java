package dev.kilter.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A resource that is broken is noticed: the checks of the overlays can fail. */
class BrokenResourcesTest {
  private static final Rendered PROD = Rendered.of("overlays/prod");
  private static final Rendered KAFKA = Rendered.of("kafka");

  @ParameterizedTest
  @CsvSource({
    "NetworkPolicy, /spec",
    "NetworkPolicy, /spec/podSelector",
    "PodDisruptionBudget, /spec",
    "Role, /rules/0",
    "RoleBinding, /subjects/0",
    "ServiceAccount, ''",
    "ConfigMap, ''",
    "PodMonitor, /spec/podMetricsEndpoints/0",
    "PrometheusRule, /spec/groups/0/rules/0",
    "FlinkDeployment, /spec",
    "FlinkDeployment, /spec/job",
    "FlinkDeployment, /spec/podTemplate/spec",
    "FlinkDeployment, /spec/podTemplate/spec/containers/0",
    "FlinkDeployment, /spec/jobManager/podTemplate/spec/affinity",
    "KafkaTopic, ''",
    "KafkaTopic, /spec",
    "KafkaUser, /spec",
    "KafkaUser, /spec/authorization",
    "KafkaUser, /spec/authorization/acls/0",
    "KafkaUser, /spec/authorization/acls/0/resource",
  })
  void aFieldThatNobodyKnowsIsNamed(String kind, String place) {
    Rendered rendered = kind.startsWith("Kafka") ? KAFKA : PROD;
    assertThat(Strict.problems(withMisspelt(rendered, kind, place)))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).contains("mispelt"));
  }

  @Test
  void aValueOfTheWrongKindIsNamed() throws IOException {
    assertThat(
            Strict.problems(
                yaml(
                    "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, spec: {partitions: many}}")))
        .singleElement()
        .asString()
        .contains("many", "partitions");
    ObjectNode deployment = PROD.deployment().deepCopy();
    ((ObjectNode) deployment.at("/spec/job")).put("upgradeMode", "in-place");
    assertThat(Strict.problems(deployment))
        .singleElement()
        .asString()
        .contains("/spec/job/upgradeMode", "last-state");
  }

  @Test
  void aKindThatNobodyKnowsIsNamed() throws IOException {
    assertThat(Strict.problems(yaml("{apiVersion: apps/v1, kind: Deploymnet}")))
        .containsExactly("nobody here knows the kind apps/v1 Deploymnet");
  }

  @Test
  void aVersionOfFlinkThatIsNoneIsRefusedThoughNewerOnesAreNot() {
    ObjectNode deployment = PROD.deployment().deepCopy();
    ((ObjectNode) deployment.get("spec")).put("flinkVersion", "v2.3");

    assertThat(Strict.problems(deployment)).singleElement().asString().contains("flinkVersion");
  }

  @ParameterizedTest
  @CsvSource({
    "'', /metadata/name, Kilter, the name",
    "/spec/job, parallelism, 0, parallelism",
    "/spec/job, state, suspended, starts running",
    "/spec/jobManager, replicas, 0, no job manager",
    "/spec/taskManager/resource, memory, much, much",
    "/spec/flinkConfiguration, kubernetes.cluster-id, mine, the operator's to set",
    "/spec/flinkConfiguration, high-availability.type, none, takes HA",
    "/spec/flinkConfiguration, execution.checkpointing.savepoint-dir, '', savepoint-dir",
    "/spec/flinkConfiguration, job.autoscaler.utilization.target, 1.5, at most 1",
    "/spec/logConfiguration, log4j.properties, '', log settings",
  })
  void whatTheOperatorRefusesIsNamed(String place, String field, String value, String said) {
    ObjectNode deployment = PROD.deployment().deepCopy();
    String in = place.isEmpty() ? "/metadata" : place;
    ((ObjectNode) deployment.at(in)).put(field.replace("/metadata/", ""), value);

    assertThat(OperatorRules.brokenBy(deployment))
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(rule).contains(said));
  }

  private static JsonNode withMisspelt(Rendered rendered, String kind, String place) {
    JsonNode resource = rendered.kind(kind).get(0).deepCopy();
    ((ObjectNode) resource.at(place)).set("mispelt", JsonNodeFactory.instance.textNode("x"));
    return resource;
  }

  private static JsonNode yaml(String text) throws IOException {
    return new YAMLMapper().readTree(text);
  }
}
