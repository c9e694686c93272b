package dev.kilter.job.type;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares values field by field and element by element; NaN is as good as NaN. */
final class Comparison {
  private Comparison() {}

  static void assertSame(Object actual, Object expected) {
    assertThat(actual)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .withEqualsForType(Float::equals, Float.class)
        .isEqualTo(expected);
  }
}
