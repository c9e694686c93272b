package dev.kilter.alert.group;

import java.io.Serializable;
import java.time.Duration;

/**
 * What makes incidents a group, and how often it is told.
 *
 * @param least so many different entities …
 * @param within … whose incidents opened within so long are a group
 * @param by what the incidents must share
 * @param quiet so long at least from one message to the next that tells only of new members
 * @param forgetAfter a group of which nothing is heard for so long is forgotten
 */
public record GroupRule(
    int least, Duration within, GroupBy by, Duration quiet, Duration forgetAfter)
    implements Serializable {
  /** More incidents than this are counted, and neither listed nor followed. */
  public static final int MOST_MEMBERS = 1_000;

  /** Five entities within two minutes, told every minute, forgotten after a day. */
  public static GroupRule standard() {
    return new GroupRule(
        5, Duration.ofMinutes(2), GroupBy.standard(), Duration.ofMinutes(1), Duration.ofDays(1));
  }
}
