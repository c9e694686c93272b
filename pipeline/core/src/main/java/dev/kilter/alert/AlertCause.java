package dev.kilter.alert;

import java.util.Locale;

/** Why an alert is told: what has happened to its incident. */
public enum AlertCause {
  /** Trouble has begun. */
  OPENED,
  /** Trouble has come back soon after its end: the same incident goes on. */
  REOPENED,
  /** It comes and goes so often that each time is not told any more. */
  FLAPPING,
  /** It has stopped coming and going, and is there to stay. */
  SETTLED,
  /** It is more severe than before. */
  WORSENED,
  /** It has gone on for longer than is usual. */
  LONG,
  /** Another channel leads. */
  CHANNELS,
  /** It goes on, and it is a while since anything was told. */
  REMINDER,
  /** A quiet time is over, and it goes on. */
  UNSILENCED,
  /** Trouble is over. */
  CLOSED,
  /** The entity has stopped, so nobody knows what became of it. */
  FORGOTTEN,
  /** No detector judges the entity any more, so nobody knows what became of it. */
  UNWATCHED;

  /** The cause as it is written, such as {@code worsened}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the incident is over with it. */
  boolean ends() {
    return this == CLOSED || this == FORGOTTEN || this == UNWATCHED;
  }
}
