package dev.kilter.tools.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {

  @ParameterizedTest
  @CsvSource({
    "not enough history: 1 of 48, not enough history",
    "session cut short: gap: nothing for 900 s, session cut short",
    "no channel of the model in this row, no channel of the model in this row",
    "'no value of flow: nothing stands in for it, and the model takes no mask',"
        + " no value of a channel",
  })
  void areToldWithoutWhatDiffersFromMomentToMoment(String reason, String kind) {
    assertThat(Reasons.kind(reason)).isEqualTo(kind);
  }
}
