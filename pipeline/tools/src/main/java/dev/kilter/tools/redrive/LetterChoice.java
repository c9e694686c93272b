package dev.kilter.tools.redrive;

import java.time.Instant;
import java.util.Set;

/**
 * Which dead letters are meant.
 *
 * @param topic the events topic of the pipeline: letters of others are none of its business
 * @param reasons the reasons; none: every reason
 * @param from letters written at or after this, or null
 * @param to letters written before this, or null
 */
record LetterChoice(String topic, Set<String> reasons, Instant from, Instant to) {

  boolean takes(Letter letter) {
    Instant written = Instant.ofEpochMilli(letter.record().timestamp());
    return letter.place().topic().equals(topic)
        && (reasons.isEmpty() || reasons.contains(letter.reason()))
        && (from == null || !written.isBefore(from))
        && (to == null || written.isBefore(to));
  }
}
