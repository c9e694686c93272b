package dev.kilter.tools.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kilter validate} says of a detector with a model for each of two pumps. */
class DetectorTextTest {
  private static final Path FLAT = Path.of("../onnx/src/test/resources/bundles/flat/1");

  @TempDir private Path folder;

  @Test
  void itSaysHowManyModelsThereAreAndWhatBecomesOfOtherEntities() throws IOException {
    add("pump-1/ae/1", "2.0");
    add("pump-2/ae/1", "4.0");

    Map<String, String> text = text("");

    assertThat(text.get("  model"))
        .isEqualTo(
            "one for each entity, 2 found from pump-1 to pump-2, looks at temperature, vibration");
    assertThat(text.get("  unseen")).isEqualTo("an entity without a model is not judged");
    assertThat(text.get("  threshold"))
        .isEqualTo(
            "2.00000 to 4.00000, the strictest quantile on normal data; the newest score weighs 0.5");
  }

  @Test
  void itNamesTheModelThatStandsIn() throws IOException {
    add("pump-1/ae/1", "2.0");
    add("shared/1", "2.0");

    assertThat(text(", unseen: shared/1").get("  unseen"))
        .isEqualTo("an entity without a model is judged by flat/1, SHA-256 9d6f3e328750…");
  }

  @Test
  void oneClassifierNamesTheFaultsOfAllEntities() throws IOException {
    add("pump-1/ae/1", "2.0");
    add("pump-2/ae/1", "4.0");
    copy(FLAT.resolve("../../classifier/1"), folder.resolve("faults/1"));

    assertThat(text(", classifier: faults/1").get("  classifier"))
        .startsWith("classifier/1, SHA-256 ")
        .contains("…, says of what is above the threshold which it is of ");
  }

  @Test
  void itSaysHowAThresholdIsLearnedAndWhatElseMatters() throws IOException {
    add("pump-1/ae/1", "2.0");

    Map<String, String> text =
        text(
            ", threshold: {adaptive: {calibrated: 0.99}},"
                + " deviation: {vibration: {direction: rise, least: 0.2, least-relative: 5%},"
                + " temperature: {}}, severity: {major: 1.5, critical: 10}");

    assertThat(text.get("  threshold"))
        .isEqualTo(
            "2.00000, from 10000 scores of an entity on 1.2 times their 0.999 quantile, within 0.5 to"
                + " 2.0 times the 0.99 quantile on normal data, where it starts; the newest score"
                + " weighs 0.5");
    assertThat(text.get("  deviation"))
        .isEqualTo(
            "vibration matters as a rise, from 0.2 on, from 5 % of the expected on; temperature matters"
                + " always");
    assertThat(text.get("  severity"))
        .isEqualTo("major from 1.5 times the threshold on, critical from 10.0 times");
  }

  @Test
  void withoutAlertRulesThoseThatSuitTheModelThatRemembersTheLongest() throws IOException {
    add("pump-1/ae/1", "2.0");
    add("pump-2/ae/1", "2.0");
    slowDown("pump-2/ae/1");

    assertThat(text(", alert: {remind: 6h}").get("  alert"))
        .isEqualTo(
            "opens on 16 of 26, closes after 103 clear, clear is at most 0.8 of the threshold,"
                + " reminds every 6 h; made to suit the model");
    assertThat(text(", alert: {remind: 6h, close: 10}").get("  alert"))
        .isEqualTo("opens on 3 of 5, closes after 10 clear, reminds every 6 h");
  }

  @Test
  void itSaysNothingOfWhatIsUsual() throws IOException {
    add("pump-1/ae/1", "2.0");

    assertThat(text("")).doesNotContainKeys("  deviation", "  severity");
    assertThat(text(", threshold: {fixed: 4.2}").get("  threshold"))
        .isEqualTo("4.20000, fixed; the newest score weighs 0.5");
  }

  private static void copy(Path bundle, Path to) throws IOException {
    Files.createDirectories(to);
    for (String file : List.of("model.json", "model.onnx", "golden.json")) {
      Files.copy(bundle.resolve(file), to.resolve(file));
    }
  }

  private Map<String, String> text(String more) throws IOException {
    Path file = folder.resolve("pipeline.yaml");
    Files.writeString(
        file,
        """
        name: fleet
        kafka: {bootstrap: "localhost:9092", events: e, alerts: a, dead-letters: d}
        channels: {temperature: {unit: Cel}, vibration: {unit: mm/s}}
        models: .
        detectors: [{id: pumps, model: "{entity}/ae/1"MORE}]
        """
            .replace("MORE", more),
        UTF_8);
    PipelinePlan plan = PipelinePlan.resolve(PipelineConfig.load(file, Map.of()));
    return DetectorText.of(plan.config().detectors().get(0), plan.detectors().get(0));
  }

  /** Over 4 rows, then an average that remembers for 100. */
  private void slowDown(String place) throws IOException {
    Path contract = folder.resolve(place).resolve("model.json");
    String text = Files.readString(contract, UTF_8);
    Files.writeString(contract, text.replace("\"weight\": 0.5", "\"weight\": 0.01"), UTF_8);
  }

  /** A bundle with this threshold. */
  private void add(String place, String threshold) throws IOException {
    Path target = Files.createDirectories(folder.resolve(place));
    for (String name : List.of("model.onnx", "golden.json")) {
      Files.copy(FLAT.resolve(name), target.resolve(name));
    }
    String contract = Files.readString(FLAT.resolve("model.json"), UTF_8);
    Files.writeString(
        target.resolve("model.json"),
        contract.replace("\"0.99\": 2.0", "\"0.99\": " + threshold),
        UTF_8);
  }
}
