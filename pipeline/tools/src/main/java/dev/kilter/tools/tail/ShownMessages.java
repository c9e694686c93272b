package dev.kilter.tools.tail;

import java.util.HashSet;
import java.util.Set;

/** Counts what was shown, and knows which incidents are open by what was told of them. */
final class ShownMessages {
  private final Set<String> open = new HashSet<>();
  private long alerts;
  private long groups;
  private long health;
  private long unreadable;

  /** An alert has told how it is with an incident. */
  void told(String incident, boolean closed) {
    if (closed) {
      open.remove(incident);
    } else {
      open.add(incident);
    }
  }

  void alert() {
    alerts++;
  }

  void group() {
    groups++;
  }

  void health() {
    health++;
  }

  void unreadable() {
    unreadable++;
  }

  /** All of it in one line. */
  String line() {
    return counted(alerts, "alert")
        + ", "
        + counted(open.size(), "incident")
        + " open"
        + (groups == 0 ? "" : "; " + counted(groups, "group message"))
        + (health == 0 ? "" : "; " + counted(health, "health message"))
        + (unreadable == 0 ? "" : "; " + counted(unreadable, "record") + " not readable")
        + ".";
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
