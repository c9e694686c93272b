package dev.kilter.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Time without a score is told as it was, in few stretches. */
class NotJudgedTest {
  private final NotJudged notJudged = new NotJudged();

  @Test
  void goesOnForAsLongAsTheReasonIsTheSame() {
    notJudged.add(1, "not enough history: 1 of 3");
    notJudged.add(2, "not enough history: 2 of 3");
    notJudged.add(3, "too few channels: 1 of 2");
    notJudged.judged();
    notJudged.add(5, "too few channels: 1 of 2");

    assertThat(notJudged.stretches())
        .containsExactly(
            new NotJudged.Stretch("not enough history", 1, 2),
            new NotJudged.Stretch("too few channels", 3, 3),
            new NotJudged.Stretch("too few channels", 5, 5));
    assertThat(notJudged.counts())
        .isEqualTo(Map.of("not enough history", 2L, "too few channels", 2L));
    assertThat(notJudged.judgedMoments()).isEqualTo(1);
    assertThat(notJudged.leftOut()).isZero();
  }

  @Test
  void keepsTheLongestOfVeryManyAndSaysHowManyItLeftOut() {
    for (int i = 0; i < 100_000; i++) {
      notJudged.add(10L * i, "gap");
      if (i % 1000 == 500) {
        notJudged.add(10L * i + 5, "gap");
      }
      notJudged.judged();
    }

    assertThat(notJudged.stretches())
        .hasSize(NotJudged.MOST)
        .isSortedAccordingTo((a, b) -> Long.compare(a.fromMillis(), b.fromMillis()))
        .filteredOn(stretch -> stretch.lengthMillis() == 5)
        .hasSize(100);
    assertThat(notJudged.counts()).isEqualTo(Map.of("gap", 100_100L));
    assertThat(notJudged.leftOut()).isEqualTo(100_000 - NotJudged.MOST);
  }
}
