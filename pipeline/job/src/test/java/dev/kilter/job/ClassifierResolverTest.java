package dev.kilter.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.onnx.ModelBundle;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A classifier beside the model {@code flat}, of four rows. */
class ClassifierResolverTest {
  private static final Detector FLAT = TestPipelines.twoChannels().detectors().get(0);
  private static final ModelBundle CLASSIFIER =
      ModelBundle.read(Path.of("../onnx/src/test/resources/bundles/classifier/1"));

  @Test
  void rowsAreKeptForTheLongerOfTheTwo() {
    Detector longer = resolved("\"length\": 6", "\"length\": 6");
    assertThat(longer.sequences().shape().kept()).isEqualTo(6);
    assertThat(longer.sequences().shape().length()).isEqualTo(4);
    assertThat(resolved("\"length\": 6", "\"length\": 3").sequences().shape().kept()).isEqualTo(4);
  }

  @Test
  void anotherClassifierBeginsANewHistory() {
    assertThat(resolved("\"version\": \"1\"", "\"version\": \"2\"").sequences().modelVersion("a"))
        .startsWith(FLAT.sequences().modelVersion("a") + "+classifier/2#");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"temperature\"; \"pressure\"; looks at [pressure, vibration] and the model at [temperature, vi",
        "\"aggregate\": \"last\"; \"aggregate\": \"mean\"; has temperature aligned in another way",
        "\"unit\": \"mm/s\"; \"unit\": \"m/s\"; has vibration aligned in another way than the model",
        "\"stride\": 1; \"stride\": 1, \"period\": \"PT1S\"; has the period PT1S and the model null",
        "\"stride\": 1; \"stride\": 1, \"session\": {\"gap\": \"PT9S\"}; has the session Session[gap=PT9S",
      })
  void refusesOneThatSeesOtherRows(String from, String to, String why) {
    assertThatThrownBy(() -> resolved(from, to))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("the classifier classifier/1 ")
        .hasMessageContaining(why);
  }

  /** With something changed in the classifier's contract. */
  private static Detector resolved(String from, String to) {
    String json = new String(CLASSIFIER.contractJson(), UTF_8);
    assertThat(json).contains(from);
    ModelBundle changed =
        new ModelBundle(
            CLASSIFIER.place(),
            json.replace(from, to).getBytes(UTF_8),
            CLASSIFIER.network(),
            CLASSIFIER.goldenJson());
    return ClassifierResolver.resolve(FLAT, changed, UserError::new);
  }
}
