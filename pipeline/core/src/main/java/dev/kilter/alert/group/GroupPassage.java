package dev.kilter.alert.group;

import dev.kilter.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the incidents of one key through alerts and event time, in their order. */
final class GroupPassage {
  private final String pipeline;
  private final String key;
  private final GroupRule rule;
  private final List<Member> alone;
  private final List<GroupDraft> groups;
  private final List<GroupMessage> messages = new ArrayList<>();
  private long nowMillis;

  GroupPassage(String pipeline, String key, GroupRule rule, Groups before) {
    this.pipeline = pipeline;
    this.key = key;
    this.rule = rule;
    this.alone = new ArrayList<>(before.alone());
    this.groups = new ArrayList<>(before.groups().stream().map(GroupDraft::of).toList());
    this.nowMillis = before.passedMillis();
  }

  void take(List<Member> alerts, long untilMillis) {
    for (Member alert : alerts) {
      if (alert.timeMillis() > nowMillis) {
        tellUrgent();
        pass(alert.timeMillis() - 1, false);
        nowMillis = alert.timeMillis();
      }
      take(alert);
    }
    tellUrgent();
    boolean ended = untilMillis == Grouping.NEVER;
    pass(untilMillis, ended);
    nowMillis = ended ? nowMillis : Math.max(nowMillis, untilMillis);
  }

  Grouped grouped() {
    List<Group> kept = groups.stream().map(GroupDraft::group).toList();
    return new Grouped(new Groups(nowMillis, List.copyOf(alone), kept), List.copyOf(messages));
  }

  private void take(Member alert) {
    Optional<GroupDraft> own = groups.stream().filter(group -> group.has(alert)).findFirst();
    int place = placeAlone(alert);
    if (own.isPresent()) {
      own.get().hear(alert, nowMillis);
    } else if (place >= 0) {
      alone.set(place, alone.get(place).with(alert));
    } else if (alert.opens()) {
      join(alert.asOf(nowMillis));
    }
  }

  private int placeAlone(Member alert) {
    for (int place = 0; place < alone.size(); place++) {
      if (alone.get(place).incident().equals(alert.incident())) {
        return place;
      }
    }
    return -1;
  }

  private void join(Member member) {
    Optional<GroupDraft> near =
        groups.stream().filter(group -> group.takes(member, rule)).findFirst();
    if (near.isEmpty()) {
      alone.add(member);
      begin(member);
    } else {
      near.get().join(member, nowMillis);
    }
  }

  /** Begins a group where there are enough now. */
  private void begin(Member newest) {
    List<Member> alike =
        alone.stream()
            .filter(member -> GroupDraft.alike(member, newest, rule))
            .sorted(Member.BY_OPENING)
            .toList();
    List<Member> crowd = Crowd.of(alike, rule);
    if (!crowd.isEmpty()) {
      alone.removeAll(crowd);
      groups.add(GroupDraft.begin(idOf(crowd.get(0)), crowd, nowMillis));
    }
  }

  /** All alerts of one instant are told at once. */
  private void tellUrgent() {
    groups.stream().filter(GroupDraft::isUrgent).forEach(this::tell);
  }

  private String idOf(Member first) {
    String channel = rule.by().channel() ? first.channel() : "";
    return Digest.of(pipeline, key, channel, String.valueOf(first.openedMillis()));
  }

  /** Lets happen, in its order, what event time brings about by itself. */
  private void pass(long untilMillis, boolean ended) {
    for (long next = nextMillis(ended); next <= untilMillis; next = nextMillis(ended)) {
      if (next == Grouping.NEVER) {
        return;
      }
      nowMillis = Math.max(nowMillis, next);
      act(ended);
    }
  }

  private long nextMillis(boolean ended) {
    long next = Grouping.NEVER;
    for (Member member : alone) {
      next = Math.min(next, member.aloneMillis(rule));
    }
    for (GroupDraft group : groups) {
      next = group.isUntold() ? Math.min(next, group.times().tellMillis(rule)) : next;
      next = ended ? next : Math.min(next, group.times().forgetMillis(rule));
    }
    return next;
  }

  private void act(boolean ended) {
    alone.removeIf(member -> member.aloneMillis(rule) <= nowMillis);
    for (GroupDraft group : List.copyOf(groups)) {
      if (group.isUntold() && group.times().tellMillis(rule) <= nowMillis) {
        tell(group);
      }
      if (!ended && group.times().forgetMillis(rule) <= nowMillis) {
        forget(group);
      }
    }
  }

  /** Nobody may wait for ever for the end of a group. */
  private void forget(GroupDraft group) {
    if (group.isOpen()) {
      group.end();
      tell(group);
    }
    groups.remove(group);
  }

  private void tell(GroupDraft draft) {
    draft.told(nowMillis);
    Group group = draft.group();
    String detector = GroupKeys.detector(key);
    String part = GroupKeys.part(key);
    messages.add(
        new GroupMessage(
            detector, part, group, new GroupSummary(detector, part, group).sentence()));
  }
}
