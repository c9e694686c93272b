package dev.kilter.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kilter.bench.measure.Figure;
import dev.kilter.bench.measure.Trial;
import dev.kilter.bench.peer.Peer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What several rounds measured becomes one line each. */
class ResultsTest {
  private static final List<Trial> BARE = Trial.bare("model");
  private static final Trial KILTER = Trial.of(Peer.KILTER, "model");

  private final Results results = new Results();

  @Test
  void holdsTheMedianAgainstTheBareNetworksBestBatch() {
    measured(BARE.get(0), 100, 120, 110);
    measured(BARE.get(1), 500, 300, 400);
    measured(KILTER, 100, 200, 900);
    Line kilter = results.lines("model").get(2);
    assertThat(kilter.perSecond()).isEqualTo(new Spread(200, 100, 900));
    assertThat(kilter.ofTheLimit()).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void takesTheMiddleOfTheTwoMiddleRounds() {
    measured(KILTER, 1, 2, 4, 9);
    assertThat(results.lines("model").get(0).perSecond().median()).isEqualTo(3);
  }

  @Test
  void saysWhichFiguresAreNotToBeReliedOn() {
    results.add(KILTER, new Figure(100, 0.5));
    assertThat(TextTable.of("model", results.lines("model")))
        .contains("Not to be relied on")
        .contains("something else: kilter");
  }

  private void measured(Trial trial, double... perSecond) {
    for (double each : perSecond) {
      results.add(trial, new Figure(each, 1));
    }
  }
}
