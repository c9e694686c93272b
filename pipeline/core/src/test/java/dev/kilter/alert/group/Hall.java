package dev.kilter.alert.group;

import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes the incidents of one key through alerts, each as it comes, and keeps every message. Times
 * are in seconds.
 */
final class Hall {
  /** Three within a minute, told every half minute, forgotten after an hour. */
  static final GroupRule RULE =
      new GroupRule(
          3,
          Duration.ofMinutes(1),
          GroupBy.standard(),
          Duration.ofSeconds(30),
          Duration.ofHours(1));

  static final String KEY = "pumps\0";
  static final int SECOND_MILLIS = 1_000;

  private final List<GroupMessage> messages = new ArrayList<>();
  private final Grouping grouping;
  private Groups groups = Groups.none();

  private Hall(GroupRule rule) {
    grouping = new Grouping("plant", rule);
  }

  static Hall standard() {
    return new Hall(RULE);
  }

  static Hall of(GroupRule rule) {
    return new Hall(rule);
  }

  /** An incident of this entity, led by its vibration. */
  static Member alert(String entity, int revision, AlertStatus status, long second) {
    long millis = second * SECOND_MILLIS;
    return new Member(
        "of-" + entity,
        revision,
        "pumps",
        entity,
        "vibration",
        Severity.MINOR,
        status,
        millis,
        millis);
  }

  static Member ledBy(Member alert, String channel) {
    return new Member(
        alert.incident(),
        alert.revision(),
        alert.detector(),
        alert.entity(),
        channel,
        alert.severity(),
        alert.status(),
        alert.openedMillis(),
        alert.timeMillis());
  }

  static Member worse(Member alert, Severity severity) {
    return new Member(
        alert.incident(),
        alert.revision(),
        alert.detector(),
        alert.entity(),
        alert.channel(),
        severity,
        alert.status(),
        alert.openedMillis(),
        alert.timeMillis());
  }

  Hall opens(String entity, long second) {
    return takes(alert(entity, 1, AlertStatus.OPEN, second));
  }

  Hall opensAgain(String entity, long second) {
    return takes(alert(entity, 3, AlertStatus.OPEN, second));
  }

  Hall closes(String entity, long second) {
    return takes(alert(entity, 2, AlertStatus.CLOSED, second));
  }

  Hall worsens(String entity, Severity severity, long second) {
    return takes(worse(alert(entity, 2, AlertStatus.OPEN, second), severity));
  }

  Hall takes(Member alert) {
    return takes(List.of(alert), alert.timeMillis());
  }

  Hall passes(long second) {
    return takes(List.of(), second * SECOND_MILLIS);
  }

  Hall ends() {
    return takes(List.of(), Long.MAX_VALUE);
  }

  Hall takes(List<Member> alerts, long untilMillis) {
    Grouped grouped = grouping.take(KEY, groups, alerts, untilMillis);
    groups = grouped.groups();
    messages.addAll(grouped.messages());
    return this;
  }

  /** What is kept. */
  Groups groups() {
    return groups;
  }

  long nextSecond() {
    return grouping.nextMillis(groups) / SECOND_MILLIS;
  }

  List<GroupMessage> messages() {
    return messages;
  }

  GroupMessage last() {
    return messages.get(messages.size() - 1);
  }

  /** The messages in words: revision, status, severity, time, and the open members. */
  List<String> words() {
    return messages.stream().map(Hall::words).toList();
  }

  private static String words(GroupMessage message) {
    Group group = message.group();
    String open =
        group.members().stream()
            .filter(member -> !member.isClosed())
            .map(Member::entity)
            .collect(Collectors.joining(" "));
    return "%d %s %s @%d: %s"
        .formatted(
            group.revision(),
            group.open() ? "open" : "closed",
            group.severity().label(),
            message.timeMillis() / SECOND_MILLIS,
            open);
  }
}
