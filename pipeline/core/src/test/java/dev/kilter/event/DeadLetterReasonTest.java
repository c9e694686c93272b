package dev.kilter.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeadLetterReasonTest {

  @Test
  void labelsAreWhatFiltersDependOn() {
    assertThat(DeadLetterReason.values())
        .extracting(DeadLetterReason::label)
        .containsExactly(
            "null-value",
            "empty",
            "too-large",
            "not-json",
            "not-avro",
            "not-csv",
            "not-an-event",
            "no-entity",
            "no-time",
            "before-1970",
            "too-far-ahead",
            "not-a-number",
            "late",
            "not-scorable",
            "not-an-alert",
            "not-delivered",
            "not-a-control-message",
            "unknown-incident");
  }
}
