package dev.kilter.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code k8s/deploy} asks of a cluster, and what it makes of the answers. */
class DeployScriptTest {
  private static final String FORMER =
      """
      {"image": "kilter/job:0.1.0", "job": {"parallelism": 4, "upgradeMode": "savepoint"}}""";
  private static final String RUNS = "STABLE RUNNING s3://savepoints/of-the-upgrade 0 seen";
  private static final String TAKEN = "s3://savepoints/of-the-upgrade";

  @TempDir Path cluster;
  private String upgraded = RUNS;
  private String back = RUNS;

  @BeforeEach
  void kubectl() throws IOException {
    Path fake = cluster.resolve("kubectl");
    try (InputStream script = getClass().getResourceAsStream("/kubectl")) {
      Files.copy(script, fake);
    }
    Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
    state("generation", "4");
    state("observed", "4");
  }

  @Test
  void anUpgradeThatRunsStays() throws Exception {
    former();

    Said said = deploy("dev", "registry.example/kilter/job:0.2.0", "1");

    assertThat(said.text).contains("Before: kilter/job:0.1.0", "It runs, and has not been");
    assertThat(said.code).isZero();
    assertThat(image()).isEqualTo("registry.example/kilter/job:0.2.0");
  }

  @Test
  void goingBackLaterIsToTheSavepointOfTheUpgradeThoughThereWereOthersSince() throws Exception {
    former();
    deploy("dev", "kilter/job:0.2.0", "1");
    state("savepoint", "s3://savepoints/of-the-autoscaler");

    Said said = deploy("dev", "--back", "1");

    assertThat(said.code).isZero();
    assertThat(said.text).contains("Back to kilter/job:0.1.0, from " + TAKEN, "It runs.");
    assertThat(spec().at("/job/initialSavepointPath").asText()).isEqualTo(TAKEN);
  }

  @Test
  void anUpgradeThatDoesNotStartIsTakenBackToTheSavepointOfTheUpgrade() throws Exception {
    former();
    upgraded = "FAILED RECONCILING " + TAKEN + " 0 seen";

    Said said = deploy("dev", "kilter/job:0.2.0", "1");

    assertThat(said.code).isEqualTo(1);
    assertThat(said.text).contains("the pods do not start", "Back to kilter/job:0.1.0", "taken");
    assertThat(image()).isEqualTo("kilter/job:0.1.0");
    assertThat(spec().at("/job/initialSavepointPath").asText()).isEqualTo(TAKEN);
    assertThat(spec().at("/job/savepointRedeployNonce").isNumber()).isTrue();
    assertThat(spec().at("/job/upgradeMode").asText()).isEqualTo("savepoint");
  }

  @Test
  void whatIsStableAndDoesNotRunYetIsNotTakenForRunning() throws Exception {
    former();
    upgraded = "STABLE RECONCILING " + TAKEN + " 0 seen";

    assertThat(deploy("dev", "kilter/job:0.2.0", "1").code).isEqualTo(1);
  }

  @Test
  void anUpgradeThatTheOperatorRefusesIsTakenBackWithoutASavepoint() throws Exception {
    former();
    upgraded = "STABLE RUNNING s3://savepoints/old 0 unseen";

    Said said = deploy("dev", "kilter/job:0.2.0", "1");

    assertThat(said.code).isEqualTo(1);
    assertThat(said.text).contains("The operator has left, or put back, what ran before.");
    assertThat(image()).isEqualTo("kilter/job:0.1.0");
    assertThat(spec().at("/job").has("initialSavepointPath")).isFalse();
  }

  @Test
  void whatTheOperatorHasPutBackItselfIsLeftWhereItIs() throws Exception {
    former();
    upgraded = "ROLLED_BACK RUNNING KUBERNETES_OPERATOR_LAST_STATE 0 seen";

    Said said = deploy("dev", "kilter/job:0.2.0", "1");

    assertThat(said.code).isEqualTo(1);
    assertThat(image()).isEqualTo("kilter/job:0.1.0");
    assertThat(spec().at("/job").has("initialSavepointPath")).isFalse();
  }

  @Test
  void aWordOfTheOperatorsIsNoSavepointToGoBackTo() throws Exception {
    former();
    upgraded = "FAILED FAILED KUBERNETES_OPERATOR_LAST_STATE 0 seen";

    Said said = deploy("dev", "kilter/job:0.2.0", "1");

    assertThat(said.code).isEqualTo(3);
    assertThat(said.text).contains("the operator names no savepoint of that");
    assertThat(image()).isEqualTo("kilter/job:0.2.0");
  }

  @Test
  void anUpgradeThatIsRestartedWhileItIsWatchedIsTakenBack() throws Exception {
    former();
    upgraded = "STABLE RUNNING " + TAKEN + " 2 seen";

    Said said = deploy("dev", "kilter/job:0.2.0", "1");

    assertThat(said.code).isEqualTo(1);
    assertThat(said.text).contains("restarted: 0 times before, 2 now", "Back to kilter/job:0.1.0");
  }

  @Test
  void ifNeitherRunsThatIsSaid() throws Exception {
    former();
    upgraded = "FAILED FAILED " + TAKEN + " 0 seen";
    back = "STABLE RECONCILING " + TAKEN + " 0 seen";

    Said said = deploy("dev", "kilter/job:0.2.0", "1");

    assertThat(said.code).isEqualTo(3);
    assertThat(said.text).contains("what ran before does not run either");
  }

  @Test
  void theFirstPipelineHasNothingToGoBackTo() throws Exception {
    upgraded = "FAILED FAILED none 0 seen";

    Said first = deploy("dev", "kilter/job:0.2.0", "1");
    Said goBack = deploy("dev", "--back", "1");

    assertThat(first.code).isEqualTo(3);
    assertThat(first.text).contains("nothing ran before", "delete flinkdeployment/kilter");
    assertThat(goBack.code).isEqualTo(2);
    assertThat(goBack.text)
        .contains("nothing is kept in the ConfigMap kilter-before of kilter-dev");
  }

  @Test
  void whatKubernetesDoesNotTakeIsSaid() throws Exception {
    former();
    upgraded = "refused";

    Said said = deploy("dev", "kilter/job:0.2.0", "1");

    assertThat(said.code).isEqualTo(3);
    assertThat(said.text).contains("not all of it was applied");
  }

  @Test
  void whoIsAskedForWhatIsNotThereSaysWhatIs() throws Exception {
    assertThat(deploy("staging", "kilter/job:0.2.0").text)
        .contains("there is no overlay staging; there are: dev/ gpu/ prod/");
    assertThat(deploy("dev", "kilter/job").text).contains("kilter/job has no tag");
    assertThat(deploy("dev", "kilter/job:1", "soon").text).contains("soon is no number");
    Said nothing = deploy();
    assertThat(nothing.text).contains("OVERLAY and IMAGE are missing");
    assertThat(nothing.code).isEqualTo(2);
    assertThat(cluster.resolve("asked")).doesNotExist();
  }

  /** A pipeline runs, and was upgraded once before. */
  private void former() throws IOException {
    state("spec", FORMER);
    state("stable", FORMER);
    state("savepoint", "s3://savepoints/old");
    state("lifecycle", "STABLE");
    state("job", "RUNNING");
  }

  private void state(String what, String value) throws IOException {
    Files.writeString(cluster.resolve(what), value + "\n");
  }

  private String image() throws IOException {
    return spec().get("image").asText();
  }

  private JsonNode spec() throws IOException {
    return new ObjectMapper().readTree(cluster.resolve("spec").toFile());
  }

  private Said deploy(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("../deploy");
    builder.command().addAll(Stream.of(arguments).toList());
    String path = System.getenv("PATH");
    builder.environment().put("REAL_KUBECTL", onPath(path).toString());
    builder.environment().put("PATH", cluster + ":" + path);
    builder.environment().put("CLUSTER", cluster.toString());
    builder.environment().put("UPGRADED", upgraded);
    builder.environment().put("BACK", back);
    builder.environment().put("KILTER_DEPLOY_MINUTE", "1");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), said);
  }

  private static Path onPath(String path) {
    return Stream.of(path.split(":"))
        .map(folder -> Path.of(folder, "kubectl"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("These tests take kubectl on the path."));
  }

  /** The end of a run. */
  private record Said(int code, String text) {}
}
