package dev.kilter.tools.notify;

import java.time.Duration;

/** What came of a request. */
sealed interface Answer {

  /** It was taken. */
  record Accepted() implements Answer {}

  /**
   * It was not taken now, and may be later.
   *
   * @param why what went wrong, for a person
   * @param notBefore how long at least to make no more requests; zero where nobody said
   */
  record Later(String why, Duration notBefore) implements Answer {}

  /**
   * It was not taken, and never will be.
   *
   * @param why what went wrong, for a person
   */
  record Refused(String why) implements Answer {}
}
