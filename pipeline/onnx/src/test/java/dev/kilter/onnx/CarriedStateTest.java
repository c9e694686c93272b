package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static dev.kilter.onnx.Bundles.withContract;
import static dev.kilter.onnx.Bundles.withGolden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network that takes the state it gave with the row before. */
class CarriedStateTest {
  private static final float[] BEGIN = ModelInput.NO_STATE;

  @Test
  void aHistoryBeginsWithZeros() throws Exception {
    try (OnnxModel model = Admission.admit(bundle("carried"))) {
      ModelOutput first = model.run(List.of(row(BEGIN, 4, -2))).get(0);

      assertThat(first.expected()).containsExactly(0, 0);
      assertThat(first.errors()).containsExactly(4, 2);
      assertThat(first.state()).containsExactly(2, -1, 1, 2);
    }
  }

  @Test
  void aRowIsForecastFromTheRowsBefore() throws Exception {
    try (OnnxModel model = Admission.admit(bundle("carried"))) {
      float[] after = model.run(List.of(row(BEGIN, 4, -2))).get(0).state();
      ModelOutput second = model.run(List.of(row(after, 4, 0))).get(0);

      assertThat(second.expected()).containsExactly(2, -1);
      assertThat(second.errors()).containsExactly(2, 1);
      assertThat(second.state()).containsExactly(3, -0.5f, 2, 4);
    }
  }

  @Test
  void eachOfABatchGoesOnFromItsOwnState() throws Exception {
    try (OnnxModel model = Admission.admit(bundle("carried"))) {
      List<ModelInput> batch =
          List.of(
              row(new float[] {1, 2, 10, 20}, 3, 3),
              row(BEGIN, 4, -2),
              row(new float[] {5, 6, 30, 40}, 0, 0));
      List<List<Float>> alone = new ArrayList<>();
      for (ModelInput input : batch) {
        alone.add(numbers(model.run(List.of(input)).get(0).state()));
      }

      List<List<Float>> together =
          model.run(batch).stream().map(output -> numbers(output.state())).toList();

      assertThat(together).isEqualTo(alone).doesNotHaveDuplicates();
      assertThat(together.get(2)).containsExactly(2.5f, 3f, 31f, 42f);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "carried-company, scores differently in company than alone",
    "carried-baked, input count is; with the role state it must be float32 with the axes layer",
  })
  void refusesWhatBreaksAPromise(String name, String why) {
    assertRefused(bundle(name), why.split("; ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"length\": 1; \"length\": 4; sequence is length 4, stride 1; it must be length 1",
        "\"warmUp\": 2; \"warmUp\": -2; sequence.warmUp is -2; a number of rows",
        "\"name\": \"level.next\"; \"name\": \"errors\"; output errors is; layer, batch and unit",
        "level.next; count.next; output count.next is [2, -1, 1] and cannot continue; order",
      })
  void refusesAContractThatDoesNotFit(String from, String to, String what, String right) {
    assertRefused(withContract(bundle("carried"), from, to), what, right);
  }

  @Test
  void refusesAStateThatNothingContinues() {
    assertRefused(
        withContract(
            bundle("carried"),
            "\"name\": \"count.next\",\n      \"role\": \"state\"",
            "\"name\": \"errors\",\n      \"role\": \"errors\""),
        "outputs is 1 with the role state; it must be one for each input");
  }

  @Test
  void everyForecastOfAGoldenRunIsMet() {
    assertRefused(
        withGolden(bundle("carried"), "[2.0, -1.0]", "[2.0, -1.5]"),
        "golden sequence 0 gives -1.0 for vibration in forecast where -1.5 was exported");
  }

  @Test
  void aGoldenRunOfOneRowProvesNothingOfWhatIsCarried() {
    assertRefused(
        withGolden(
            bundle("carried"),
            "[[0.5, 1.0], [2.0, 3.0]], \"outputs\": {\"forecast\": [[0.0, 0.0], [0.25, 0.5]]",
            "[[0.5, 1.0]], \"outputs\": {\"forecast\": [[0.0, 0.0]]"),
        "is not 2 rows or more, to be taken in one by one");
  }

  private static void assertRefused(ModelBundle bundle, String... why) {
    assertThatThrownBy(() -> Admission.admit(bundle))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(why);
  }

  private static ModelInput row(float[] state, float... values) {
    return new ModelInput(values, new boolean[] {true, true}, state);
  }

  private static List<Float> numbers(float[] values) {
    List<Float> numbers = new ArrayList<>();
    for (float value : values) {
      numbers.add(value);
    }
    return numbers;
  }
}
