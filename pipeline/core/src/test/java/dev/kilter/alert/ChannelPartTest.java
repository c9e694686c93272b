package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kilter.score.MovingAverage;
import dev.kilter.score.Score;
import dev.kilter.score.Scores;
import dev.kilter.score.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelPartTest {
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

  @Test
  void namesTheThreeLargestTheLargestFirst() {
    assertThat(ChannelPart.leading(verdict(1, 5, 2, 4, 3), NAMES))
        .extracting(ChannelPart::name)
        .containsExactly("b", "d", "e");
  }

  @Test
  void aPartIsTheShareOfAllChannelsEvenOfThoseNotNamed() {
    assertThat(ChannelPart.leading(verdict(1, 5, 2, 8, 4), NAMES))
        .extracting(ChannelPart::part)
        .containsExactly(0.4, 0.25, 0.2);
  }

  @Test
  void theSharesOfThreeChannelsSumToOne() {
    double sum =
        ChannelPart.leading(verdict(1.5f, 0.3f, 7), NAMES).stream()
            .mapToDouble(ChannelPart::part)
            .sum();
    assertThat(sum).isCloseTo(1, within(1e-6));
  }

  @Test
  void negativeAndAbsentPartsLeadNothing() {
    assertThat(ChannelPart.leading(verdict(-3, 4, Float.NaN, 0), NAMES))
        .containsExactly(new ChannelPart("b", 40, 0, 1));
  }

  @Test
  void nothingLeadsWhereNoPartIsPositive() {
    assertThat(ChannelPart.leading(verdict(-1, -2), NAMES)).isEmpty();
  }

  @Test
  void amongEqualsTheModelsOrderDecides() {
    assertThat(ChannelPart.leading(verdict(1, 1, 1, 1), NAMES))
        .extracting(ChannelPart::name)
        .containsExactly("a", "b", "c");
  }

  @Test
  void theAveragedPartsLeadAndNotTheNewest() {
    Score newest = Scores.score(1, 9, 0);
    MovingAverage average = new MovingAverage(1, new float[] {1, 3});
    assertThat(ChannelPart.leading(new Verdict(newest, 1, average, 1), NAMES))
        .containsExactly(new ChannelPart("b", 0, 0, 0.75), new ChannelPart("a", 90, 0, 0.25));
  }

  private static Verdict verdict(float... parts) {
    return new Verdict(Scores.score(1, parts), 0, new MovingAverage(1, parts), 1);
  }
}
