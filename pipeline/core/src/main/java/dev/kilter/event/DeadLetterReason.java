package dev.kilter.event;

import java.util.Locale;

/** Why an input could not be used: a closed set, so that counters and filters can rely on it. */
public enum DeadLetterReason {
  /** The value is null. */
  NULL_VALUE,
  /** The value has no bytes. */
  EMPTY,
  /** More bytes than an event may have. */
  TOO_LARGE,
  /** Not JSON, or cut off. */
  NOT_JSON,
  /** Not Avro of the pipeline's schema, or cut off. */
  NOT_AVRO,
  /** Not lines of the pipeline's columns. */
  NOT_CSV,
  /** Readable, but not an event: a wrong type, or no known channel. */
  NOT_AN_EVENT,
  /** No entity, or an empty one. */
  NO_ENTITY,
  /** No event time, or one that cannot be read. */
  NO_TIME,
  /** An event time before 1970. */
  BEFORE_1970,
  /** An event time too far ahead of the record's Kafka timestamp. */
  TOO_FAR_AHEAD,
  /** A channel value that is not a number, or not a finite one. */
  NOT_A_NUMBER,
  /** The entity's rows up to this time were already released. */
  LATE,
  /** A sequence that the model could not score: the newest row of it. */
  NOT_SCORABLE,
  /** Readable, but no alert. */
  NOT_AN_ALERT,
  /** An alert that whom it was to be told did not take. */
  NOT_DELIVERED,
  /** Readable, but no control message, or one that cannot be done. */
  NOT_A_CONTROL_MESSAGE,
  /** A verdict of a person on an incident of which nothing is known. */
  UNKNOWN_INCIDENT;

  /**
   * Whether the letter holds an event written again: behind the key there is no more of a record
   * than its values and its place.
   */
  public boolean writtenAgain() {
    return this == LATE || this == NOT_SCORABLE;
  }

  /** The reason as it is written to Kafka, such as {@code not-json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
