package dev.kilter.tools.control;

import dev.kilter.event.FeedbackVerdict;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.recording.Label;
import java.time.Instant;

/**
 * What somebody has said of an incident, as the feedback topic has it.
 *
 * @param incident its id
 * @param entity whose it is
 * @param verdict what was said
 * @param since event time of its first odd verdict
 * @param until event time at which it was over, or up to which it was known to go on
 */
record GivenVerdict(
    String incident, String entity, FeedbackVerdict verdict, Instant since, Instant until) {

  /**
   * Reads it.
   *
   * @throws dev.kilter.UserError with the place of what is wrong
   */
  static GivenVerdict of(JsonFields json) {
    return new GivenVerdict(
        json.text("incident"),
        json.text("entity"),
        json.oneOf("verdict", FeedbackVerdict.values(), FeedbackVerdict::label),
        Instant.ofEpochMilli(json.instantMillis("since")),
        Instant.ofEpochMilli(json.instantMillis("until")));
  }

  /** The same, of an incident that goes on to here. */
  GivenVerdict until(Instant end) {
    return end.isAfter(until) ? new GivenVerdict(incident, entity, verdict, since, end) : this;
  }

  /** The stretch of the entity that it is about; its end is not part of it. */
  Label label() {
    Instant end = until.isAfter(since) ? until : since.plusMillis(1);
    return new Label(entity, since, end, verdict.label());
  }
}
