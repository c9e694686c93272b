package dev.kilter.tools.control;

import dev.kilter.UserError;
import dev.kilter.event.FeedbackVerdict;
import java.util.Arrays;

/** Reads verdicts as people write them. */
final class Verdicts {
  private Verdicts() {}

  /**
   * The verdict of this label.
   *
   * @throws UserError if there is none
   */
  static FeedbackVerdict labelled(String label) {
    return Arrays.stream(FeedbackVerdict.values())
        .filter(each -> each.label().equals(label))
        .findAny()
        .orElseThrow(
            () ->
                new UserError(
                    "The verdict is "
                        + label
                        + "; it must be confirmed, expected, false-alarm or new-normal."));
  }
}
