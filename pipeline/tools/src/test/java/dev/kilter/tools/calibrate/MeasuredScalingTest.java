package dev.kilter.tools.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredScalingTest {
  private static final List<String> NAMES = List.of("temperature", "pressure", "valve");

  @Test
  void aConstantChannelHasAHundredthOfItsValueForADeviationOrOneWhereThatIsZero() {
    MeasuredScaling scaling = of(new float[] {1, 50, 0}, new float[] {3, 50, 0});

    assertThat(scaling.mean()).containsExactly(2, 50, 0);
    assertThat(scaling.deviation()).containsExactly(1, 0.5f, 1);
    assertThat(scaling.warnings())
        .containsExactly(
            "channel pressure is constant at 50.0000; its deviation is taken as 0.500000",
            "channel valve is constant at 0.00000; its deviation is taken as 1.00000");
  }

  @Test
  void nothingButConstantsIsRefused() {
    assertThatThrownBy(() -> of(new float[] {1, 50, 0}, new float[] {1, 50, 0}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is constant (temperature, pressure, valve): there is nothing");
  }

  private static MeasuredScaling of(float[]... rows) {
    Moments moments = new Moments(NAMES.size());
    for (float[] row : rows) {
      moments.add(row);
    }
    return MeasuredScaling.of(moments, NAMES);
  }
}
