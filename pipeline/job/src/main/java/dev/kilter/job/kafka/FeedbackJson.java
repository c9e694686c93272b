package dev.kilter.job.kafka;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.alert.FeedbackOutcome;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.feedback.FeedbackEffect;
import dev.kilter.alert.feedback.RememberedIncident;
import dev.kilter.event.Feedback;
import java.time.Instant;

/** Writes what people's verdicts have changed as JSON, the keys always in the same order. */
public final class FeedbackJson {
  private FeedbackJson() {}

  /** The outcome as one line of JSON. */
  public static byte[] bytes(FeedbackOutcome outcome) {
    Feedback feedback = outcome.feedback();
    ObjectNode json = JsonLine.object();
    json.put("incident", feedback.incident());
    json.put("verdict", feedback.verdict().label());
    json.put("by", feedback.by());
    if (feedback.note() != null) {
      json.put("note", feedback.note());
    }
    json.put("detector", feedback.detector());
    json.put("entity", feedback.entity());
    json.put("time", time(feedback.fromMillis()));
    put(outcome.incident(), json);
    put(outcome.effect(), json);
    put(outcome.model(), json.putObject("model"));
    return JsonLine.bytes(json);
  }

  private static void put(RememberedIncident incident, ObjectNode json) {
    json.put("since", time(incident.sinceMillis()));
    json.put("until", time(incident.untilMillis()));
    json.put("open", incident.open());
    json.set("peak", RoundedNumbers.json(incident.peak()));
  }

  private static void put(FeedbackEffect effect, ObjectNode json) {
    json.put("changed", effect.kind().label());
    ObjectNode threshold = json.putObject("threshold");
    threshold.set("before", RoundedNumbers.json(effect.before()));
    threshold.set("after", RoundedNumbers.json(effect.after()));
    json.put("why", effect.why());
  }

  private static void put(ModelReference model, ObjectNode json) {
    json.put("name", model.name());
    json.put("version", model.version());
    json.put("sha256", model.sha256());
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
