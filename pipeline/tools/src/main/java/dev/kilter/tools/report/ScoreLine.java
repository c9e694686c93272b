package dev.kilter.tools.report;

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
  }

  /** Reads the object at hand. */
  static ScoreLine read(JsonFile file) {
    Draft draft = new Draft();
    for (String field = file.field(); field != null; field = file.field()) {
      draft.take(field, file);
    }
    return draft.line(file);
  }

  /** A line of which not all fields are known yet. */
  private static final class Draft {
    private String detector;
    private String entity;
    private Long timeMillis;
    private Double score;
    private Double threshold;
    private Map<String, Double> expected = Map.of();
    private Map<String, Double> parts = Map.of();
    private String notJudged;

    void take(String field, JsonFile file) {
      switch (field) {
        case "detector" -> detector = file.text();
        case "entity" -> entity = file.text();
        case "time" -> timeMillis = file.instantMillis();
        case "score" -> score = file.number();
        case "threshold" -> threshold = file.number();
        case "expected" -> expected = file.numbers();
        case "parts" -> parts = file.numbers();
        case "notJudged" -> notJudged = file.text();
        default -> file.skip();
      }
    }

    ScoreLine line(JsonFile file) {
      return new ScoreLine(
          file.required("detector", detector),
          file.required("entity", entity),
          file.required("time", timeMillis),
          judged(file),
          expected,
          parts,
          notJudged);
    }

    private Judged judged(JsonFile file) {
      return notJudged != null
          ? Judged.NOT
          : new Judged(file.required("score", score), file.required("threshold", threshold));
    }
  }
}
