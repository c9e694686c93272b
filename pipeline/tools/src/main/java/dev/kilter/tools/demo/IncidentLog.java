package dev.kilter.tools.demo;

import dev.kilter.tools.messages.AlertMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The incidents so far, each message counted once, however often it arrives. */
final class IncidentLog {
  private final Map<String, Integer> revisions = new HashMap<>();
  private final Map<String, Opening> incidents = new HashMap<>();

  /** Whether the message says something new. */
  synchronized boolean accept(AlertMessage alert) {
    AlertMessage.About about = alert.about();
    if (about.revision() <= revisions.getOrDefault(about.incident(), 0)) {
      return false;
    }
    revisions.put(about.incident(), about.revision());
    incidents.merge(about.incident(), opening(alert), (known, latest) -> close(known, alert));
    return true;
  }

  /** Every incident there was. */
  synchronized List<Opening> openings() {
    return new ArrayList<>(incidents.values());
  }

  private static Opening opening(AlertMessage alert) {
    return close(
        new Opening(
            alert.entity(),
            alert.moment().opened().toEpochMilli(),
            Opening.STILL_OPEN,
            alert.channelNames()),
        alert);
  }

  private static Opening close(Opening known, AlertMessage alert) {
    return known.closedAt(
        alert.closed() ? alert.moment().time().toEpochMilli() : Opening.STILL_OPEN);
  }
}
