package dev.kilter.tools.redrive;

import java.time.Instant;
import java.util.Set;

/**
 * Which dead letters are meant.
 *
 * @param reasons the reasons; none: every reason
 * @param from letters written at or after this, or null
 * @param to letters written before this, or null
 */
record LetterChoice(Set<String> reasons, Instant from, Instant to) {

  boolean takes(Letter letter) {
    Instant written = Instant.ofEpochMilli(letter.record().timestamp());
    return (reasons.isEmpty() || reasons.contains(letter.reason()))
        && (from == null || !written.isBefore(from))
        && (to == null || written.isBefore(to));
  }
}
