package dev.kilter.tools.demo;

import static dev.kilter.tools.demo.Examples.found;
import static dev.kilter.tools.demo.Examples.missed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void takesTheMiddleDelayOfAnOddNumber() {
    Tally tally = new Tally(List.of(found(9), found(1), missed(), found(2)), 0, 1);

    assertThat(tally.medianDelaySeconds()).hasValue(120);
  }

  @Test
  void takesTheMeanOfTheTwoMiddleDelaysOfAnEvenNumber() {
    Tally tally = new Tally(List.of(found(4), found(1), found(9), found(2)), 0, 1);

    assertThat(tally.medianDelaySeconds()).hasValue(180);
  }

  @Test
  void hasNoDelayWhenNothingWasFound() {
    Tally tally = new Tally(List.of(missed()), 0, 1);

    assertThat(tally.medianDelaySeconds()).isEmpty();
  }
}
