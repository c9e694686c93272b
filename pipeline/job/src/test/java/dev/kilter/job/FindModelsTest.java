package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.alert.ModelRule;
import dev.kilter.event.PerEntity;
import dev.kilter.onnx.ModelBundle;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A detector with a model for each entity: which are found, and when a pipeline is not started. */
class FindModelsTest {
  private static final String EACH = "model: \"{entity}/flat/1\"";
  private static final String PUMPS = "entities: \"pump-*\", " + EACH;

  @TempDir private Path folder;
  private BundleStore store;

  @BeforeEach
  void twoPumpsAndAFan() {
    store = new BundleStore(folder);
    store.add("pump-1/flat/1").add("pump-2/flat/1").add("fan-1/flat/1").add("pump-1/flat/2");
  }

  @Test
  void whatFitsThePlaceAndWhoseEntityIsWatchedIsFound() {
    PerEntity<ModelBundle> models = models(PUMPS);

    assertThat(models.own()).containsOnlyKeys("pump-1", "pump-2");
    assertThat(models.of("pump-2").place()).isEqualTo(folder + "/pump-2/flat/1");
    assertThat(models.others()).isNull();
  }

  @Test
  void theStoreMayBeOnAnyFileSystem() {
    var config = FleetPipeline.config(store, folder.toUri().toString(), PUMPS);

    assertThat(PipelinePlan.resolve(config).detectors().get(0).models().own())
        .containsOnlyKeys("pump-1", "pump-2");
  }

  @Test
  void anEntitysNameMayHoldSlashes() {
    store.add("pump-3/left/flat/1");

    assertThat(models(PUMPS).own()).containsOnlyKeys("pump-1", "pump-2", "pump-3/left");
  }

  @Test
  void aBundleMayStandInForEntitiesUnseen() {
    store.add("shared/flat/1");

    PerEntity<ModelBundle> models = models(PUMPS + ", unseen: shared/flat/1");

    assertThat(models.of("pump-9").place()).isEqualTo(folder + "/shared/flat/1");
    assertThat(models.of("pump-1").place()).isEqualTo(folder + "/pump-1/flat/1");
  }

  @Test
  void eachEntityHasTheVersionAndTheRuleOfItsOwnModel() {
    store
        .change("pump-1/flat/1", "\"weight\": 0.5", "\"weight\": 0.1")
        .change("pump-2/flat/1", "\"0.99\": 2.0", "\"0.99\": 7.0")
        .change("pump-2/flat/1", "\"name\": \"flat\"", "\"name\": \"own\"");
    Detector detector = FleetPipeline.resolve(store, PUMPS).detectors().get(0);

    ModelRule first = detector.judge().models().of("pump-1");
    ModelRule second = detector.judge().models().of("pump-2");

    assertThat(first.rule().weight()).isEqualTo(0.1);
    assertThat(second.rule().thresholdAtFirst()).isEqualTo(7);
    assertThat(second.model().name()).isEqualTo("own");
    assertThat(detector.sequences().modelVersion("pump-1")).startsWith("flat/1#");
    assertThat(detector.sequences().modelVersion("pump-2")).startsWith("own/1#");
    assertThat(detector.sequences().hasModel("pump-3")).isFalse();
  }

  @Test
  void whereNoneIsFoundItSaysWhereItLooked() {
    assertRefused("entities: \"tank-*\", " + EACH)
        .hasMessageContaining(
            "pipeline.yaml:6: detector pumps: no model was found: below " + folder)
        .hasMessageContaining(folder + "/{entity}/flat/1")
        .hasMessageContaining("tank-*");
    assertRefused("model: \"nowhere/{entity}/1\"").hasMessageContaining("below " + folder + "/now");
  }

  @ParameterizedTest
  @CsvSource({"model.json, is missing", "golden.json, is missing"})
  void aBundleThatIsNotWholeIsToldWithItsEntity(String file, String problem) {
    store.remove("pump-2/flat/1/" + file);

    assertRefused(PUMPS)
        .hasMessageContaining("detector pumps: the model of entity pump-2 will not do")
        .hasMessageContaining(file + " " + problem);
  }

  @Test
  void aBundleThatBreaksItsPromiseIsToldWithItsEntity() {
    store.change("pump-2/flat/1", "\"sha256\": \"9d", "\"sha256\": \"00");

    assertRefused(PUMPS)
        .hasMessageContaining("the model of entity pump-2 will not do")
        .hasMessageContaining("SHA-256");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"stride\": 1; \"stride\": 2; sequence of",
        "\"fill\": \"hold\"; \"fill\": \"none\"; channel temperature of",
        "\"PT10S\"; \"PT20S\"; channel temperature of",
      })
  void modelsThatWantOtherSequencesAreRefused(String from, String to, String what) {
    store.change("pump-2/flat/1", from, to);

    assertRefused(PUMPS)
        .hasMessageContaining("do not want the same sequences: " + what)
        .hasMessageContaining(folder + "/pump-1/flat/1 is")
        .hasMessageContaining(folder + "/pump-2/flat/1 it is");
  }

  @Test
  void theOneForEntitiesUnseenMustWantTheSameSequencesToo() {
    store.add("shared/flat/1", "\"stride\": 1", "\"stride\": 2");

    assertRefused(PUMPS + ", unseen: shared/flat/1").hasMessageContaining("sequence of");
  }

  @Test
  void aQuantileMustBeCalibratedInEveryModel() {
    store.change("pump-2/flat/1", "\"0.9\": 1.0", "\"0.95\": 1.5");

    assertRefused(PUMPS + ", quantile: 0.9")
        .hasMessageContaining("at " + folder + "/pump-2/flat/1: quantile 0.9 is not calibrated");
  }

  private PerEntity<ModelBundle> models(String detector) {
    return FleetPipeline.resolve(store, detector).detectors().get(0).models();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String detector) {
    return assertThatThrownBy(() -> FleetPipeline.resolve(store, detector))
        .isInstanceOf(UserError.class);
  }
}
