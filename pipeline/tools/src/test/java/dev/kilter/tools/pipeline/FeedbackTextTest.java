package dev.kilter.tools.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.feedback.FeedbackRule;
import org.junit.jupiter.api.Test;

class FeedbackTextTest {

  @Test
  void itSaysAllBounds() {
    assertThat(FeedbackText.of(new FeedbackRule(2, 1.25, 30, 10)))
        .isEqualTo(
            "false alarms raise a threshold to at most 2.0 times, one by at most 1.25 times; a new"
                + " normal is looked at over 30 sequences, and within 10.0 deviations");
  }
}
