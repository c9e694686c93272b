package dev.kilter.alert.group;

/**
 * When what happened to a group, in event time. Plain data, so Flink can keep it as state.
 *
 * @param openedMillis when its first member opened
 * @param newestMillis when its newest member opened
 * @param toldMillis when it was last told
 * @param heardMillis when one of its members was last heard of
 */
public record GroupTimes(long openedMillis, long newestMillis, long toldMillis, long heardMillis) {

  /** With one more member. */
  GroupTimes with(Member member, long nowMillis) {
    return new GroupTimes(
        Math.min(openedMillis, member.openedMillis()),
        Math.max(newestMillis, member.openedMillis()),
        toldMillis,
        nowMillis);
  }

  GroupTimes told(long nowMillis) {
    return new GroupTimes(openedMillis, newestMillis, nowMillis, heardMillis);
  }

  GroupTimes heard(long nowMillis) {
    return new GroupTimes(openedMillis, newestMillis, toldMillis, nowMillis);
  }

  /** Whether an incident that opened then opened together with the members. */
  boolean reach(long millis, GroupRule rule) {
    long within = rule.within().toMillis();
    return openedMillis - within <= millis && millis <= newestMillis + within;
  }

  /** When new members may be told again. */
  long tellMillis(GroupRule rule) {
    return toldMillis + rule.quiet().toMillis();
  }

  /** When it is forgotten, if nothing more is heard. */
  long forgetMillis(GroupRule rule) {
    return heardMillis + rule.forgetAfter().toMillis();
  }
}
