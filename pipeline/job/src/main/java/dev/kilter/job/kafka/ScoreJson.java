package dev.kilter.job.kafka;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.job.operator.ScoreReport;
import java.time.Instant;
import java.util.List;

/** Writes scores as JSON, the keys always in the same order. */
public final class ScoreJson {
  private ScoreJson() {}

  /** The score, or the reason why there is none, as one line of JSON. */
  public static byte[] bytes(ScoreReport report) {
    return JsonLine.bytes(node(report));
  }

  /**
   * The same with what was expected of each channel and its part in the score.
   *
   * @param channels the model's channels, in its order
   */
  public static byte[] bytes(ScoreReport report, List<String> channels) {
    ObjectNode json = node(report);
    if (report.expected() != null) {
      ObjectNode expected = json.putObject("expected");
      ObjectNode parts = json.putObject("parts");
      for (int i = 0; i < channels.size(); i++) {
        expected.set(channels.get(i), RoundedNumbers.json(report.expected()[i]));
        parts.set(channels.get(i), RoundedNumbers.json(report.shares()[i]));
      }
    }
    return JsonLine.bytes(json);
  }

  private static ObjectNode node(ScoreReport report) {
    ObjectNode json = JsonLine.object();
    json.put("detector", report.subject().detector());
    json.put("entity", report.subject().entity());
    json.put("time", Instant.ofEpochMilli(report.timeMillis()).toString());
    if (report.subject().late()) {
      json.put("late", true);
    }
    if (report.notJudged() != null) {
      return json.put("notJudged", report.notJudged());
    }
    json.set("score", RoundedNumbers.json(report.average()));
    json.set("raw", RoundedNumbers.json(report.raw()));
    json.set("threshold", RoundedNumbers.json(report.threshold()));
    return json;
  }
}
