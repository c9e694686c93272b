package dev.kilter.tools.alert;

import dev.kilter.UserError;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds an alert in a topic by what its incident's id begins with. */
final class FindAlert {
  private static final int NAMED = 5;

  private final String topic;
  private final AlertId wanted;
  private final SortedMap<String, SortedMap<Integer, ToldAlert>> found = new TreeMap<>();
  private String unreadable;

  private FindAlert(String topic, AlertId wanted) {
    this.topic = topic;
    this.wanted = wanted;
  }

  /**
   * The alert that is meant; of one that was written twice, what was written last.
   *
   * @throws UserError when there is none, or several incidents may be meant
   */
  static ToldAlert in(String topic, TopicRecords records, AlertId wanted)
      throws InterruptedException {
    FindAlert search = new FindAlert(topic, wanted);
    records.read(topic, records.present(topic), search::look);
    return search.chosen();
  }

  /** Alerts are keyed by their incidents: others need not be read. */
  private void look(ConsumerRecord<byte[], byte[]> record) {
    boolean other =
        record.key() != null && !wanted.mayBeOf(new String(record.key(), StandardCharsets.UTF_8));
    if (other || record.value() == null) {
      return;
    }
    try {
      ToldAlert alert = ToldAlert.of(record);
      if (wanted.mayBeOf(alert.incident())) {
        found
            .computeIfAbsent(alert.incident(), unseen -> new TreeMap<>())
            .put(alert.revision(), alert);
      }
    } catch (UserError e) {
      unreadable = e.getMessage();
    }
  }

  private ToldAlert chosen() {
    if (found.isEmpty()) {
      throw new UserError(
          "In topic "
              + topic
              + " there is no alert of an incident whose id begins with "
              + wanted.beginning()
              + "; kilter tail --from earliest --json shows which there are."
              + (unreadable == null ? "" : " What may be one cannot be read: " + unreadable));
    }
    if (found.size() > 1) {
      throw new UserError(
          found.size()
              + " incidents have an id that begins with "
              + wanted.beginning()
              + "; give more of it: "
              + named());
    }
    SortedMap<Integer, ToldAlert> revisions = found.get(found.firstKey());
    return wanted.revision() == AlertId.NEWEST ? newest(revisions) : revision(revisions);
  }

  private static ToldAlert newest(SortedMap<Integer, ToldAlert> revisions) {
    return revisions.values().stream()
        .filter(ToldAlert::restsOnRecords)
        .max(Comparator.comparingInt(ToldAlert::revision))
        .orElseGet(() -> revisions.get(revisions.lastKey()));
  }

  private ToldAlert revision(SortedMap<Integer, ToldAlert> revisions) {
    ToldAlert alert = revisions.get(wanted.revision());
    if (alert == null) {
      throw new UserError(
          "Incident %s has no revision %d in topic %s; there are %s."
              .formatted(found.firstKey(), wanted.revision(), topic, revisions.keySet()));
    }
    return alert;
  }

  private String named() {
    String more = found.size() > NAMED ? ", …" : ".";
    return found.entrySet().stream()
        .limit(NAMED)
        .map(FindAlert::name)
        .collect(Collectors.joining(", ", "", more));
  }

  private static String name(Map.Entry<String, SortedMap<Integer, ToldAlert>> incident) {
    ToldAlert first = incident.getValue().get(incident.getValue().firstKey());
    return "%s (%s, opened %s)"
        .formatted(incident.getKey(), first.message().entity(), first.message().moment().opened());
  }
}
