package dev.kilter.tools.recording;

import java.time.Instant;

/**
 * A stretch of time in which something was wrong with an entity.
 *
 * @param from included
 * @param to not included
 */
public record Label(String entity, Instant from, Instant to, String kind) {
  public Label {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "a label must end after it begins, not " + from + "/" + to);
    }
  }
}
