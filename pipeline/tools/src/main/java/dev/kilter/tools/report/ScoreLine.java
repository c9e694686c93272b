package dev.kilter.tools.report;

import dev.kilter.tools.lines.JsonFields;
import java.util.Map;

/**
 * What one detector said of one entity at one time.
 *
 * @param judged its score and threshold; NaN when not judged
 * @param expected what the model expected, by channel; empty where the run does not tell
 * @param parts the channels' shares of the error, 0 to 1; empty where the run does not tell
 * @param notJudged why there is no score, or null
 */
record ScoreLine(
    String detector,
    String entity,
    long timeMillis,
    Judged judged,
    Map<String, Double> expected,
    Map<String, Double> parts,
    String notJudged)
    implements Timed {

  /** A score and what it is held against. */
  record Judged(double score, double threshold) {
    static final Judged NOT = new Judged(Double.NaN, Double.NaN);

    static Judged of(JsonFields line) {
      return new Judged(line.numberOrNone("score"), line.numberOrNone("threshold"));
    }
  }

  static ScoreLine of(JsonFields line) {
    String notJudged = line.has("notJudged") ? line.text("notJudged") : null;
    return new ScoreLine(
        line.text("detector"),
        line.text("entity"),
        line.instantMillis("time"),
        notJudged == null ? Judged.of(line) : Judged.NOT,
        line.has("expected") ? line.numbers("expected") : Map.of(),
        line.has("parts") ? line.numbers("parts") : Map.of(),
        notJudged);
  }
}
