package dev.kilter.bench.cores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.bench.cores.CoresTrial.Subject;
import dev.kilter.bench.measure.Figure;
import dev.kilter.bench.report.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two cores are held against one round by round. */
class CoresResultsTest {

  @Test
  void theRatioIsThatOfTheSameRound() {
    CoresResults results = new CoresResults();
    round(results, 100, 150);
    round(results, 50, 100);
    round(results, 200, 380);
    assertThat(results.lines())
        .containsExactly(
            new CoresLine(
                "kilter",
                "model",
                new Spread(100, 50, 200),
                new Spread(150, 100, 380),
                new Spread(1.9, 1.5, 2),
                List.of(1.5, 2.0, 1.9),
                0.8));
  }

  private static void round(CoresResults results, double one, double two) {
    results.add(new CoresTrial(Subject.KILTER, "model", 1), new Figure(one, 1));
    results.add(new CoresTrial(Subject.KILTER, "model", 2), new Figure(two, 1.6));
  }
}
