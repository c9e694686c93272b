package dev.kilter.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedbackVerdictTest {

  @Test
  void labelsAreWhatMessagesSay() {
    assertThat(FeedbackVerdict.values())
        .extracting(FeedbackVerdict::label)
        .containsExactly("confirmed", "expected", "false-alarm", "new-normal");
  }
}
