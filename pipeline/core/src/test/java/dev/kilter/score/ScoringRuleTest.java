package dev.kilter.score;

import static dev.kilter.score.Scores.score;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.score.threshold.ThresholdState;
import org.junit.jupiter.api.Test;

class ScoringRuleTest {
  private final ScoringRule rule = new ScoringRule(0.5, 4);

  @Test
  void judgesTheAverageAndNotTheRawScore() {
    MovingAverage before = MovingAverage.empty().with(score(0, 0), 0.5);
    Verdict verdict = judged(score(7, 7), before);
    assertThat(verdict.average().score()).isEqualTo(3.5);
    assertThat(verdict.odd()).isFalse();
  }

  @Test
  void aScoreAtTheThresholdIsNotOdd() {
    assertThat(judged(score(4, 4), MovingAverage.empty()).odd()).isFalse();
  }

  @Test
  void aScoreOverTheThresholdIsOdd() {
    Verdict verdict = judged(score(10, 10), MovingAverage.empty());
    assertThat(verdict.odd()).isTrue();
    assertThat(verdict.excess()).isEqualTo(2.5);
    assertThat(verdict.threshold()).isEqualTo(4);
  }

  @Test
  void remembersTheAverageBefore() {
    MovingAverage before = MovingAverage.empty().with(score(2, 2), 0.5);
    assertThat(judged(score(4, 4), before).before()).isEqualTo(2);
    assertThat(judged(score(4, 4), MovingAverage.empty()).before()).isNaN();
  }

  private Verdict judged(Score score, MovingAverage before) {
    return rule.judge(score, before, ThresholdState.begin(), 1);
  }
}
