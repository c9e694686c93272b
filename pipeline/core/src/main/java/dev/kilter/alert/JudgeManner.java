package dev.kilter.alert;

import dev.kilter.alert.feedback.FeedbackRule;
import dev.kilter.alert.quiet.QuietTimes;
import dev.kilter.sequence.RowTelling;
import java.io.Serializable;
import java.util.List;

/**
 * How a judge goes about what it tells.
 *
 * @param classes a classifier's classes by name; none where nothing says what is wrong
 * @param quiet when it tells nothing
 * @param steps from where on an incident is worse than minor
 * @param feedback how far people's verdicts move it
 * @param rows what its evidence tells of rows that their records do not say
 */
record JudgeManner(
    List<String> classes,
    QuietTimes quiet,
    SeveritySteps steps,
    FeedbackRule feedback,
    RowTelling rows)
    implements Serializable {

  /** Keeps a copy of the list. */
  JudgeManner {
    classes = List.copyOf(classes);
  }

  static JudgeManner plain() {
    return new JudgeManner(
        List.of(),
        QuietTimes.none(),
        SeveritySteps.standard(),
        FeedbackRule.standard(),
        RowTelling.plain());
  }

  JudgeManner telling(List<String> others) {
    return new JudgeManner(others, quiet, steps, feedback, rows);
  }

  JudgeManner keepingQuietIn(QuietTimes times) {
    return new JudgeManner(classes, times, steps, feedback, rows);
  }

  JudgeManner grading(SeveritySteps others) {
    return new JudgeManner(classes, quiet, others, feedback, rows);
  }

  JudgeManner movedBy(FeedbackRule rule) {
    return new JudgeManner(classes, quiet, steps, rule, rows);
  }

  JudgeManner recalling(RowTelling others) {
    return new JudgeManner(classes, quiet, steps, feedback, others);
  }
}
