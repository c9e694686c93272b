package dev.kilter.tools.explain;

import dev.kilter.UserError;
import dev.kilter.job.operator.ScoreReport;
import dev.kilter.tools.replay.EntityResults;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the instant that is asked for among those at which an entity was judged. */
final class Moments {
  private static final int NAMED = 8;
  private static final int NEAR = 2;

  private final Question question;
  private final EntityResults results;

  Moments(Question question, EntityResults results) {
    this.question = question;
    this.results = results;
  }

  /**
   * How the entity was judged at the instant.
   *
   * @throws UserError saying why it was not
   */
  ScoreReport report() {
    if (!results.entities().contains(question.entity())) {
      throw new UserError("There is no entity " + question.entity() + ": " + entities());
    }
    ScoreReport report = at(question.time().toEpochMilli()).orElseThrow(this::noneThen);
    if (report.notJudged() != null) {
      throw new UserError(
          "%s was not judged by %s at %s: %s; judged nearest: %s"
              .formatted(
                  question.entity(),
                  question.detector().id(),
                  question.time(),
                  report.notJudged(),
                  nearest()));
    }
    return report;
  }

  private Optional<ScoreReport> at(long millis) {
    return results.reports().stream().filter(report -> report.timeMillis() == millis).findFirst();
  }

  private UserError noneThen() {
    return new UserError(
        "No sequence of %s ends at %s; nearest are those that end at %s"
            .formatted(question.entity(), question.time(), nearest()));
  }

  /** The judged instants that are nearest, in their order. */
  private String nearest() {
    long asked = question.time().toEpochMilli();
    List<ScoreReport> near =
        results.reports().stream()
            .filter(report -> report.notJudged() == null)
            .sorted(Comparator.comparingLong(report -> Math.abs(report.timeMillis() - asked)))
            .limit(NEAR)
            .toList();
    return near.isEmpty()
        ? "none, it was never judged."
        : near.stream()
            .map(report -> Instant.ofEpochMilli(report.timeMillis()).toString())
            .sorted()
            .collect(Collectors.joining(" and ", "", "."));
  }

  private String entities() {
    List<String> names = results.entities().stream().sorted().toList();
    if (names.isEmpty()) {
      return "there is not one event in the recording.";
    }
    String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more." : ".";
    return names.stream()
        .limit(NAMED)
        .collect(Collectors.joining(", ", "the recording has ", more));
  }
}
