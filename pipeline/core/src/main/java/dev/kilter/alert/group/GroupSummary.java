package dev.kilter.alert.group;

import java.time.Duration;
import java.util.List;

/**
 * A group in one sentence, for people.
 *
 * @param detector the members' detector; empty where a group may be of several
 * @param part what the members' names share; empty where names do not matter
 * @param group the group
 */
record GroupSummary(String detector, String part, Group group) {
  private static final int NAMED = 3;

  String sentence() {
    return who() + span() + ": " + channels() + ", " + names() + end();
  }

  private String who() {
    int entities = group.entities().size();
    String others = group.others() == 0 ? "" : " and " + group.others() + " incidents more";
    return entities
        + " entities"
        + (detector.isEmpty() ? "" : " of " + detector)
        + (part.isEmpty() ? "" : " in " + part)
        + others;
  }

  private String span() {
    long millis = group.times().newestMillis() - group.times().openedMillis();
    return millis == 0 ? " at once" : " within " + text(millis);
  }

  private String channels() {
    List<String> channels = group.channels();
    List<String> named = channels.subList(0, Math.min(NAMED, channels.size()));
    String several = channels.size() == 1 ? " leads" : " lead";
    return String.join(", ", named) + (group.open() ? several : " led");
  }

  private String names() {
    List<String> entities = group.entities();
    boolean all = entities.size() <= NAMED && group.others() == 0;
    List<String> named = entities.subList(0, Math.min(NAMED, entities.size()));
    return (all ? "namely " : "among them ") + String.join(", ", named);
  }

  private String end() {
    if (group.open()) {
      return "";
    }
    boolean forgotten = group.members().stream().anyMatch(member -> !member.isClosed());
    return forgotten
        ? "; nothing was heard of it for "
            + text(group.times().toldMillis() - group.times().heardMillis())
        : "; over after " + text(group.times().toldMillis() - group.times().openedMillis());
  }

  /** A span in whole units, rounded up: what happened within it happened within the text. */
  private static String text(long millis) {
    Duration span = Duration.ofMillis(millis);
    if (span.compareTo(Duration.ofMinutes(2)) < 0) {
      return units(millis, Duration.ofSeconds(1)) + " s";
    }
    if (span.compareTo(Duration.ofHours(2)) < 0) {
      return units(millis, Duration.ofMinutes(1)) + " min";
    }
    return span.compareTo(Duration.ofDays(2)) < 0
        ? units(millis, Duration.ofHours(1)) + " h"
        : units(millis, Duration.ofDays(1)) + " d";
  }

  private static long units(long millis, Duration unit) {
    return -Math.floorDiv(-millis, unit.toMillis());
  }
}
