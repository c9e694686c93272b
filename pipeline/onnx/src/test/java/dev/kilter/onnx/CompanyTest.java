package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks with a mask that give other digits in company than alone: see make_company.py. */
class CompanyTest {

  @Test
  void aNetworkThatRoundsOtherwiseAloneScoresTheSameAlone() throws Exception {
    List<ModelInput> golden =
        bundle("pytorch-masked").golden().sequences().stream()
            .map(GoldenOutputs.Golden::asInput)
            .toList();

    try (OnnxModel model = Admission.admit(bundle("pytorch-masked"))) {
      List<ModelOutput> together = model.run(golden);
      for (int index = 0; index < golden.size(); index++) {
        List<ModelOutput> alone = model.run(golden.subList(index, index + 1));
        assertThat(alone).hasSize(1).allMatch(together.get(index)::sameAs);
        float[][] rows = model.expectedRows(golden.get(index));
        assertThat(rows[rows.length - 1]).containsExactly(together.get(index).expected());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch-normalised", "dynamic-int8"})
  void aNetworkThatLooksAtItsCompanyIsRefused(String name) {
    assertThatThrownBy(() -> Admission.admit(bundle(name)).close())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("golden sequence 0 scores differently in company than alone");
  }

  @Test
  void aChannelOfSmallNumbersIsHeldAgainstItsOwn() {
    CompanyCheck company =
        new CompanyCheck(
            List.of(expecting(1000, 2e-4f), expecting(900, 1e-4f)), CompanyCheck.ROUNDING);

    assertThat(company.isSame(expecting(1000, 1e-4f), expecting(1000.005f, 1e-4f))).isTrue();
    assertThat(company.isSame(expecting(1000, 1e-4f), expecting(1000, 1.001e-4f))).isFalse();
  }

  @Test
  void noNumberIsTheSameAsNoNumberAlone() {
    CompanyCheck company =
        new CompanyCheck(List.of(expecting(1, Float.POSITIVE_INFINITY)), CompanyCheck.ROUNDING);

    assertThat(company.isSame(expecting(1, Float.NaN), expecting(1, Float.NaN))).isTrue();
    assertThat(company.isSame(expecting(1, Float.NaN), expecting(1, 1))).isFalse();
    assertThat(company.isSame(expecting(1, 2), expecting(1, 1))).isFalse();
  }

  private static ModelOutput expecting(float... values) {
    return ModelOutput.expecting(values, new float[] {0}, ModelInput.NO_STATE);
  }
}
