package dev.kilter.alert.group;

/**
 * A message about a group.
 *
 * @param detector the members' detector; empty where a group may be of several
 * @param part what the members' names share; empty where names do not matter
 * @param group the group as of this message
 * @param summary what there is to say, in one sentence
 */
public record GroupMessage(String detector, String part, Group group, String summary) {

  /** Event time of the message. */
  public long timeMillis() {
    return group.times().toldMillis();
  }
}
