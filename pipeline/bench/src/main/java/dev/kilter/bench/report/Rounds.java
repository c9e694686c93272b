package dev.kilter.bench.report;

import dev.kilter.bench.measure.Figure;
import dev.kilter.bench.measure.Runs;
import dev.kilter.bench.measure.Trial;
import java.io.PrintWriter;
import java.util.List;

/**
 * Measures everything once, then everything once more: so a slow hour of the machine hits all
 * alike.
 */
public final class Rounds {
  private final List<Trial> trials;
  private final Runs runs;
  private final PrintWriter out;

  /** Rounds of these trials, that tell here how they go. */
  public Rounds(List<Trial> trials, Runs runs, PrintWriter out) {
    this.trials = trials;
    this.runs = runs;
    this.out = out;
  }

  /** Measures everything so many times. */
  public Results measure(int rounds) {
    Results results = new Results();
    for (int round = 1; round <= rounds; round++) {
      for (Trial trial : trials) {
        Figure figure = runs.run(trial);
        results.add(trial, figure);
        out.printf(
            "round %d  %-26s %-22s %,12.0f/s  %.2f cores%n",
            round, trial.model(), trial.label(), figure.perSecond(), figure.cores());
        out.flush();
      }
    }
    return results;
  }
}
