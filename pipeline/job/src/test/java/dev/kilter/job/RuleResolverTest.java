package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.event.PerEntity;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.score.DeviationRule;
import dev.kilter.score.Direction;
import dev.kilter.score.threshold.AdaptiveThreshold;
import dev.kilter.score.threshold.StandingThreshold;
import dev.kilter.score.threshold.Threshold;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under a model that expects zero of temperature and vibration; its 0.99 quantile is 2. */
class RuleResolverTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "; 2",
        "threshold: {quantile: 0.9}; 1",
        "threshold: {fixed: 4.2}; 4.2",
        "threshold: adaptive; 2",
        "threshold: {peaks: {calibrated: 0.9}}; 1",
      })
  void anEntityOfWhichNothingWasSeenIsHeldAgainstWhatItStartsFrom(String key, double threshold) {
    PipelinePlan plan = plan(key == null ? "" : ", " + key);
    assertThat(plan.detectors().get(0).judge().models().of("pump-1").rule().thresholdAtFirst())
        .isEqualTo(threshold);
  }

  @Test
  void aThresholdThatStandsIsTheCalibratedOrTheFixed() {
    assertThat(thresholds("").of("pump-1")).isEqualTo(new StandingThreshold(2));
    assertThat(thresholds(", threshold: {fixed: 4.2}").of("pump-1"))
        .isEqualTo(new StandingThreshold(4.2));
  }

  @Test
  void aLearnedThresholdIsBoundToTheModelVersion() {
    AdaptiveThreshold first = (AdaptiveThreshold) thresholds(", threshold: adaptive").of("p");
    AdaptiveThreshold again = (AdaptiveThreshold) thresholds(", threshold: adaptive").of("p");
    DetectorConfig detector = plan(", threshold: adaptive").config().detectors().get(0);
    new BundleStore(folder).change("flat/1", "\"version\": \"1\"", "\"version\": \"2\"");
    AdaptiveThreshold next =
        (AdaptiveThreshold) new RuleResolver(detector).thresholds(bundle()).of("p");

    assertThat(again).isEqualTo(first);
    assertThat(next.bounds().calibrated()).isEqualTo(first.bounds().calibrated());
    assertThat(next.bounds().boundTo()).isNotEqualTo(first.bounds().boundTo());
  }

  @Test
  void anEntityHasTheThresholdOfItsOwnCalibration() {
    BundleStore store =
        new BundleStore(folder)
            .add("flat/1")
            .entities(
                "flat/1",
                "{\"unseen\": \"pooled\", \"entities\": {\"pump-1\": {\"quantiles\":"
                    + " {\"0.9\": 3.0, \"0.99\": 6.0}}}}");
    DetectorConfig detector =
        FleetPipeline.resolve(store, "model: flat/1, threshold: adaptive")
            .config()
            .detectors()
            .get(0);

    PerEntity<Threshold> thresholds = new RuleResolver(detector).thresholds(bundle());

    assertThat(((AdaptiveThreshold) thresholds.of("pump-1")).bounds().calibrated()).isEqualTo(6);
    assertThat(((AdaptiveThreshold) thresholds.of("pump-2")).bounds().calibrated()).isEqualTo(2);
  }

  @Test
  void aQuantileToStartFromMustBeCalibrated() {
    assertThatThrownBy(() -> plan(", threshold: {adaptive: {calibrated: 0.5}}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("quantile 0.5 is not calibrated in the model; it has [0.9, 0.99]");
  }

  @Test
  void deviationsAreThoseOfTheModelsChannels() {
    DeviationRule rise = new DeviationRule(Direction.RISE, 0.2, 0);
    DetectorConfig detector =
        plan(", deviation: {vibration: {direction: rise, least: 0.2}}").config().detectors().get(0);
    assertThat(new RuleResolver(detector).deviations(bundle().contract()).byChannel())
        .containsExactly(DeviationRule.ALL, rise);
  }

  @Test
  void aRuleForAChannelAtWhichTheModelDoesNotLookIsRefused() {
    DetectorConfig detector =
        plan(", deviation: {vibration: {least: 0.2}}").config().detectors().get(0);
    new BundleStore(folder).change("flat/1", "\"name\": \"vibration\"", "\"name\": \"flow\"");
    assertThatThrownBy(() -> new RuleResolver(detector).deviations(bundle().contract()))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith(
            "pipeline.yaml:6: detector pumps with model flat/1: deviation has a rule for vibration,"
                + " at which the model does not look; it looks at [temperature, flow]");
  }

  private PerEntity<Threshold> thresholds(String more) {
    return new RuleResolver(plan(more).config().detectors().get(0)).thresholds(bundle());
  }

  private PipelinePlan plan(String more) {
    BundleStore store = new BundleStore(folder);
    if (!folder.resolve("flat/1").toFile().exists()) {
      store.add("flat/1");
    }
    return FleetPipeline.resolve(store, "model: flat/1" + more);
  }

  private ModelBundle bundle() {
    return ModelBundle.read(folder.resolve("flat/1"));
  }
}
