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

  @TempDir Path cluster;
  private String upgraded = "STABLE RUNNING";
  private String back = "STABLE RUNNING";

  @BeforeEach
  void kubectl() throws IOException {
    Path fake = cluster.resolve("kubectl");
    try (InputStream script = getClass().getResourceAsStream("/kubectl")) {
      Files.copy(script, fake);
    }
    Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void anUpgradeThatRunsStays() throws Exception {
    runs(FORMER);

    Said said = deploy("dev", "registry.example/kilter/job:0.2.0", "1");

    assertThat(said.text).contains("Before: kilter/job:0.1.0", "It runs, and has not been");
    assertThat(said.code).isZero();
    assertThat(spec().get("image").asText()).isEqualTo("registry.example/kilter/job:0.2.0");
    assertThat(asked()).noneMatch(question -> question.contains(" patch "));
  }

  @Test
  void anUpgradeThatDoesNotStartIsTakenBackToTheSavepointOfTheUpgrade() throws Exception {
    runs(FORMER);
    upgraded = "FAILED RECONCILING";

    Said said = deploy("dev", "kilter/job:0.2.0", "1");

    assertThat(said.code).isEqualTo(1);
    assertThat(said.text).contains("the pods do not start", "Back to kilter/job:0.1.0", "taken");
    assertThat(spec().get("image").asText()).isEqualTo("kilter/job:0.1.0");
    assertThat(spec().at("/job/initialSavepointPath").asText())
        .isEqualTo("s3://savepoints/of-the-upgrade");
    assertThat(spec().at("/job/savepointRedeployNonce").isNumber()).isTrue();
    assertThat(spec().at("/job/upgradeMode").asText()).isEqualTo("savepoint");
  }

  @Test
  void anUpgradeThatIsRestartedWhileItIsWatchedIsTakenBack() throws Exception {
    runs(FORMER);
    upgraded = "STABLE RESTARTING";

    Said said = deploy("dev", "kilter/job:0.2.0", "1");

    assertThat(said.code).isEqualTo(1);
    assertThat(said.text).contains("The job is RESTARTING.", "Back to kilter/job:0.1.0");
  }

  @Test
  void ifNeitherRunsThatIsSaid() throws Exception {
    runs(FORMER);
    upgraded = "FAILED FAILED";
    back = "FAILED FAILED";

    Said said = deploy("dev", "kilter/job:0.2.0", "1");

    assertThat(said.code).isEqualTo(3);
    assertThat(said.text).contains("what ran before does not run either");
  }

  @Test
  void theFirstPipelineHasNothingToGoBackTo() throws Exception {
    upgraded = "FAILED FAILED";

    Said first = deploy("dev", "kilter/job:0.2.0", "1");
    Said goBack = deploy("dev", "--back", "1");

    assertThat(first.code).isEqualTo(3);
    assertThat(first.text).contains("nothing ran before");
    assertThat(goBack.code).isEqualTo(2);
    assertThat(goBack.text)
        .contains("nothing is kept in the ConfigMap kilter-before of kilter-dev");
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

  private void runs(String spec) throws IOException {
    Files.writeString(cluster.resolve("spec"), spec);
  }

  private JsonNode spec() throws IOException {
    return new ObjectMapper().readTree(cluster.resolve("spec").toFile());
  }

  private Stream<String> asked() throws IOException {
    return Files.readAllLines(cluster.resolve("asked")).stream();
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
