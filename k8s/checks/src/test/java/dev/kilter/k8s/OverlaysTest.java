package dev.kilter.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the overlays render to is what the operators understand, and is locked down. */
class OverlaysTest {
  private static final Map<String, Rendered> OVERLAYS =
      Stream.of("overlays/dev", "overlays/prod", "overlays/gpu", "kafka")
          .collect(Collectors.toMap(Function.identity(), Rendered::of));
  private static final List<String> SECRETS =
      List.of("kilter", "kilter-storage", "kafka-cluster-ca-cert");

  @ParameterizedTest
  @ValueSource(strings = {"overlays/dev", "overlays/prod", "overlays/gpu", "kafka"})
  void everyResourceIsUnderstoodToItsLastField(String overlay) {
    List<JsonNode> resources = OVERLAYS.get(overlay).all();

    assertThat(resources).hasSizeGreaterThan(10);
    assertThat(resources)
        .allSatisfy(
            resource ->
                assertThat(Strict.problems(resource))
                    .as("%s", resource.at("/metadata/name"))
                    .isEmpty());
  }

  @Test
  void theOnlyThingNewerThanTheSchemaIsTheVersionOfFlink() {
    assertThat(OVERLAYS.get("overlays/dev").deployment().at("/spec/flinkVersion").asText())
        .isEqualTo("v2_2")
        .isNotEqualTo(FlinkSchema.newestFlink().asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/dev", "overlays/prod", "overlays/gpu"})
  void theOperatorHasNothingAgainstThePipeline(String overlay) {
    assertThat(OperatorRules.brokenBy(OVERLAYS.get(overlay).deployment())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/dev", "overlays/prod", "overlays/gpu"})
  void whatIsNamedIsThere(String overlay) {
    Rendered rendered = OVERLAYS.get(overlay);
    JsonNode deployment = rendered.deployment();

    assertThat(named(deployment, "configMap", "name"))
        .isNotEmpty()
        .isSubsetOf(rendered.names("ConfigMap"));
    assertThat(named(deployment, "persistentVolumeClaim", "claimName"))
        .isSubsetOf(rendered.names("PersistentVolumeClaim"));
    assertThat(rendered.names("ServiceAccount"))
        .contains(
            deployment.at("/spec/serviceAccount").asText(),
            setting(deployment, "kubernetes.taskmanager.service-account"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/dev", "overlays/prod", "overlays/gpu"})
  void secretsAreNamedAndNeverWrittenDown(String overlay) {
    Rendered rendered = OVERLAYS.get(overlay);
    JsonNode deployment = rendered.deployment();

    assertThat(rendered.kind("Secret")).isEmpty();
    assertThat(named(deployment, "secret", "secretName")).isSubsetOf(SECRETS);
    assertThat(named(deployment, "secretKeyRef", "name")).isNotEmpty().isSubsetOf(SECRETS);
    assertThat(environment(deployment))
        .filteredOn(variable -> variable.get("name").asText().matches(".*(JAAS|SECRET|KEY).*"))
        .isNotEmpty()
        .allMatch(variable -> !variable.has("value"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/dev", "overlays/prod", "overlays/gpu"})
  void aPodHasNoRightsThatItDoesNotNeed(String overlay) {
    JsonNode pod = OVERLAYS.get(overlay).deployment().at("/spec/podTemplate/spec");

    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(9999);
    JsonNode container = pod.at("/containers/0/securityContext");
    assertThat(container.at("/readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    assertThat(OVERLAYS.get(overlay).kind("Role"))
        .allSatisfy(role -> assertThat(role.toString()).doesNotContain("*", "secrets"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/dev", "overlays/prod", "overlays/gpu"})
  void jobManagersMayStartTaskManagersAndUseConfigMapsWhereTheyNeedThem(String overlay) {
    Rendered rendered = OVERLAYS.get(overlay);
    boolean highlyAvailable =
        setting(rendered.deployment(), "high-availability.type").equals("kubernetes");

    assertThat(rights(rendered, "kilter"))
        .contains("pods: create delete get list watch", "deployments: get");
    assertThat(rights(rendered, "kilter").toString().contains("configmaps:"))
        .isEqualTo(highlyAvailable);
    assertThat(rights(rendered, "kilter-taskmanager"))
        .isEqualTo(highlyAvailable ? List.of("configmaps: get list watch") : List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/dev", "overlays/prod", "overlays/gpu"})
  void whatIsLetIntoEachKindOfPodIsWhatFlinkListensOnThere(String overlay) {
    JsonNode deployment = OVERLAYS.get(overlay).deployment();
    String metrics = setting(deployment, "metrics.reporter.prom.port");
    String queries = setting(deployment, "metrics.internal.query-service.port");

    assertThat(ports(overlay, "jobmanager", "ingress"))
        .containsExactlyInAnyOrder(
            setting(deployment, "jobmanager.rpc.port"),
            setting(deployment, "blob.server.port"),
            queries,
            "8081");
    assertThat(ports(overlay, "taskmanager", "ingress"))
        .containsExactlyInAnyOrder(
            setting(deployment, "taskmanager.data.port"),
            setting(deployment, "taskmanager.rpc.port"),
            queries);
    assertThat(ports(overlay, "", "ingress")).containsExactly(metrics);
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/dev", "overlays/prod", "overlays/gpu"})
  void eachKindOfPodGetsOutToWhatTheOtherListensOn(String overlay) {
    Set<String> jobManagers = new TreeSet<>(ports(overlay, "jobmanager", "ingress"));
    jobManagers.remove("8081");

    assertThat(ports(overlay, "taskmanager", "egress"))
        .containsAll(jobManagers)
        .containsAll(ports(overlay, "taskmanager", "ingress"));
    assertThat(ports(overlay, "jobmanager", "egress")).containsAll(jobManagers).contains("6122");
    assertThat(ports(overlay, "", "egress")).containsExactlyInAnyOrder("53", "9093");
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/dev", "overlays/prod", "overlays/gpu"})
  void whatOnnxRuntimeTakesIsPartOfThePodsMemory(String overlay) {
    JsonNode deployment = OVERLAYS.get(overlay).deployment();
    long pod = megabytes(deployment.at("/spec/taskManager/resource/memory").asText());
    long outsideTheHeap = megabytes(setting(deployment, "taskmanager.memory.task.off-heap.size"));

    assertThat(outsideTheHeap).isBetween(pod / 10, pod / 2);
  }

  @Test
  void aPipelineOnGpusAsksForOneAndGoesOnWithNothingElse() {
    JsonNode deployment = OVERLAYS.get("overlays/gpu").deployment();

    assertThat(setting(deployment, "external-resource.gpu.kubernetes.config-key"))
        .isEqualTo("nvidia.com/gpu");
    assertThat(deployment.at("/spec/image").asText()).startsWith("kilter/job-gpu:");
    assertThat(environment(deployment))
        .anySatisfy(
            variable -> {
              assertThat(variable.get("name").asText()).isEqualTo("KILTER_PROVIDER");
              assertThat(variable.get("value").asText()).isEqualTo("cuda");
            });
  }

  @Test
  void noTwoPipelinesWriteStateToOnePlace() {
    List<String> places = new ArrayList<>();
    for (String overlay : List.of("overlays/prod", "overlays/gpu")) {
      JsonNode deployment = OVERLAYS.get(overlay).deployment();
      places.add(setting(deployment, "execution.checkpointing.dir"));
      places.add(setting(deployment, "execution.checkpointing.savepoint-dir"));
      places.add(setting(deployment, "high-availability.storageDir"));
    }

    assertThat(places).doesNotHaveDuplicates();
  }

  private static List<String> named(JsonNode resource, String by, String field) {
    return resource.findValues(by).stream()
        .map(reference -> reference.path(field).asText())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static List<JsonNode> environment(JsonNode deployment) {
    return deployment.findValues("env").stream()
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
        .toList();
  }

  private static String setting(JsonNode deployment, String key) {
    return deployment.at("/spec/flinkConfiguration").path(key).asText();
  }

  /** The ports of the policies for a kind of pods, or for both kinds. */
  private static Set<String> ports(String overlay, String component, String way) {
    Set<String> ports = new TreeSet<>();
    for (JsonNode policy : OVERLAYS.get(overlay).kind("NetworkPolicy")) {
      if (policy.at("/spec/podSelector/matchLabels/component").asText().equals(component)) {
        policy.at("/spec/" + way).findValuesAsText("port").forEach(ports::add);
      }
    }
    return ports;
  }

  private static List<String> rights(Rendered rendered, String role) {
    return rendered.kind("Role").stream()
        .filter(found -> found.at("/metadata/name").asText().equals(role))
        .flatMap(found -> StreamSupport.stream(found.get("rules").spliterator(), false))
        .map(rule -> "%s: %s".formatted(words(rule.get("resources")), words(rule.get("verbs"))))
        .toList();
  }

  private static String words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(" "));
  }

  private static long megabytes(String amount) {
    long number = Long.parseLong(amount.replaceAll("\\D", ""));
    return amount.endsWith("g") ? number * 1024 : number;
  }
}
