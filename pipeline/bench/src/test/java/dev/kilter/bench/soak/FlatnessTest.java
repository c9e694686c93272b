package dev.kilter.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kilter.bench.report.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Memory is flat where nothing measured is far from the middle. */
class FlatnessTest {

  @Test
  void whatStaysWithinATwentiethOfTheMiddleIsFlat() {
    Flatness flatness = Flatness.of(List.of(98.0, 100.0, 104.0));
    assertThat(flatness.bytes()).isEqualTo(new Spread(100, 98, 104));
    assertThat(flatness.deviation()).isEqualTo(0.04, within(1e-9));
    assertThat(flatness.flat()).isTrue();
  }

  @Test
  void whatGrowsIsNot() {
    Flatness flatness = Flatness.of(List.of(96.0, 100.0, 106.0));
    assertThat(flatness.flat()).isFalse();
    assertThat(flatness.growth()).isEqualTo(106.0 / 96 - 1, within(1e-9));
  }

  @Test
  void whatFallsFarIsNotEither() {
    assertThat(Flatness.of(List.of(100.0, 100.0, 94.0)).flat()).isFalse();
  }
}
