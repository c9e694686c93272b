package dev.kilter.alert.group;

import dev.kilter.alert.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A group while alerts are taken in. */
final class GroupDraft {
  /** So many at most of the members' names, so that a topic takes the message. */
  private static final int MOST_CHARACTERS = 200_000;

  private final String id;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private GroupTimes times;
  private Severity severity;
  private int revision;
  private boolean open;
  private boolean untold;
  private boolean urgent;
  private int others;
  private int characters;

  private GroupDraft(String id, GroupTimes times) {
    this.id = id;
    this.times = times;
    this.severity = Severity.MINOR;
  }

  /** Goes on with a group. */
  static GroupDraft of(Group group) {
    GroupDraft draft = new GroupDraft(group.id(), group.times());
    group.members().forEach(draft::add);
    draft.severity = group.severity();
    draft.revision = group.revision();
    draft.open = group.open();
    draft.untold = group.untold();
    draft.others = group.others();
    return draft;
  }

  /** Begins a group of these, which are in the order of their opening. */
  static GroupDraft begin(String id, List<Member> members, long nowMillis) {
    long first = members.get(0).openedMillis();
    GroupDraft draft = new GroupDraft(id, new GroupTimes(first, first, nowMillis, nowMillis));
    members.forEach(member -> draft.join(member, nowMillis));
    draft.urgent = true;
    return draft;
  }

  /** The group as it is now. */
  Group group() {
    return new Group(
        id, revision, open, untold, severity, times, others, List.copyOf(members.values()));
  }

  GroupTimes times() {
    return times;
  }

  boolean isOpen() {
    return open;
  }

  /** Whether there is something that cannot wait until the quiet time is over. */
  boolean isUrgent() {
    return urgent;
  }

  boolean isUntold() {
    return untold;
  }

  boolean has(Member incident) {
    return members.containsKey(incident.incident());
  }

  /** Whether an incident that is in no group belongs here. */
  boolean takes(Member incident, GroupRule rule) {
    return alike(members.values().iterator().next(), incident, rule)
        && times.reach(incident.openedMillis(), rule);
  }

  /** Whether one channel leads both, where that matters. */
  static boolean alike(Member one, Member other, GroupRule rule) {
    return !rule.by().channel() || one.channel().equals(other.channel());
  }

  /** Takes in what an alert says of a member: that it is worse, over or open again is urgent. */
  void hear(Member alert, long nowMillis) {
    members.computeIfPresent(alert.incident(), (id, before) -> before.with(alert));
    times = times.heard(nowMillis);
    worsen(alert.severity());
    boolean wasOpen = open;
    open = members.values().stream().anyMatch(member -> !member.isClosed());
    urgent |= open != wasOpen;
  }

  /**
   * Takes in one more incident; where there is no room it is only counted. That it is worse, or
   * that the group is open again, is urgent.
   */
  void join(Member member, long nowMillis) {
    times = times.with(member, nowMillis);
    untold = true;
    if (hasRoomFor(member)) {
      add(member);
      urgent |= !open && !member.isClosed();
      open |= !member.isClosed();
    } else {
      others++;
    }
    worsen(member.severity());
  }

  /** It is over, whatever becomes of its members. */
  void end() {
    open = false;
  }

  void told(long nowMillis) {
    revision++;
    untold = false;
    urgent = false;
    times = times.told(nowMillis);
  }

  private boolean hasRoomFor(Member member) {
    return members.size() < GroupRule.MOST_MEMBERS
        && characters + member.entity().length() <= MOST_CHARACTERS;
  }

  private void add(Member member) {
    members.put(member.incident(), member);
    characters += member.entity().length();
  }

  private void worsen(Severity other) {
    urgent |= severity.orWorse(other) != severity;
    severity = severity.orWorse(other);
  }
}
