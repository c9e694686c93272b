package dev.kilter.tools.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertIdTest {
  @Test
  void theBeginningOfAnIdIsEnough() {
    assertThat(AlertId.parse("5B1f03")).isEqualTo(new AlertId("5b1f03", AlertId.NEWEST));
    assertThat(AlertId.parse("5b1f03").mayBeOf("5b1f0377")).isTrue();
    assertThat(AlertId.parse("5b1f03").mayBeOf("5b1f")).isFalse();
  }

  @Test
  void aRevisionMayFollow() {
    assertThat(AlertId.parse("5b1f/12")).isEqualTo(new AlertId("5b1f", 12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pump-1",
        "5b1f/",
        "5b1f/0",
        "5b1f/-1",
        "/2",
        "000000000000000000000000000000000"
      })
  void whatIsNoneIsRefusedWithOneThatIs(String text) {
    assertThatThrownBy(() -> AlertId.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("\"" + text + "\" is no id of an incident")
        .hasMessageContaining("5b1f03/2");
  }
}
