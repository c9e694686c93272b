package dev.kilter.job.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.health.HealthKind;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompactTest {

  @ParameterizedTest
  @EnumSource(HealthKind.class)
  void everyKindOfHealthIsReadAsWritten(HealthKind kind) throws IOException {
    assertThat(Compact.kind((byte) Compact.kind(kind))).isEqualTo(kind);
  }
}
