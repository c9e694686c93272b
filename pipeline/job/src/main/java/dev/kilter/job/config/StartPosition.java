package dev.kilter.job.config;

import java.time.DateTimeException;
import java.time.Instant;

/** Where in the events topic a pipeline begins when there is no saved state. */
public sealed interface StartPosition {

  /** With the first event that comes after the start. */
  record Latest() implements StartPosition {}

  /** With the oldest event there is. */
  record Earliest() implements StartPosition {}

  /** Where this pipeline's consumer group last was; the oldest event if it never ran. */
  record Committed() implements StartPosition {}

  /** With the first record whose Kafka timestamp is not before this time. */
  record At(Instant time) implements StartPosition {}

  /**
   * Reads {@code latest}, {@code earliest}, {@code committed} or an ISO 8601 time.
   *
   * @throws IllegalArgumentException when it is none of them
   */
  static StartPosition parse(String text) {
    return switch (text) {
      case "latest" -> new Latest();
      case "earliest" -> new Earliest();
      case "committed" -> new Committed();
      default -> new At(instant(text));
    };
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "latest, earliest, committed or a time such as 2026-03-01T12:00:00Z", e);
    }
  }
}
