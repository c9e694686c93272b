package dev.kilter.tools.control;

import dev.kilter.UserError;
import dev.kilter.job.config.KafkaConfig;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.messages.RecordFields;
import dev.kilter.tools.messages.WholeTopic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the newest alert of an incident says of it.
 *
 * @param incident its id
 * @param entity whose it is
 * @param detector the id of the detector that found it
 * @param opened event time at which it opened
 * @param time the alert's event time
 */
record ToldIncident(String incident, String entity, String detector, Instant opened, Instant time) {
  private static final int MOST_NAMED = 5;

  /**
   * Looks through the alerts topic, up to where it ends now.
   *
   * @param beginning the incident's id, or a beginning of it that no other has
   * @throws UserError if no alert of it is there, or several are meant
   */
  static ToldIncident find(KafkaConfig kafka, String beginning) throws InterruptedException {
    Map<String, ToldIncident> found = new TreeMap<>();
    new WholeTopic(kafka.bootstrap(), kafka.properties(), kafka.alerts())
        .read(
            record -> {
              if (isOf(beginning, record)) {
                take(record, found);
              }
            });
    if (found.containsKey(beginning)) {
      return found.get(beginning);
    }
    if (found.size() == 1) {
      return found.values().iterator().next();
    }
    throw found.isEmpty()
        ? new UserError(
            "No alert in topic " + kafka.alerts() + " is of an incident " + beginning + ".")
        : several(beginning, found);
  }

  private static UserError several(String beginning, Map<String, ToldIncident> found) {
    return new UserError(
        found.size()
            + " incidents begin with "
            + beginning
            + ", such as "
            + String.join(", ", found.keySet().stream().limit(MOST_NAMED).toList())
            + "; say more of the id.");
  }

  private static boolean isOf(String beginning, ConsumerRecord<byte[], byte[]> record) {
    return record.key() != null
        && new String(record.key(), StandardCharsets.UTF_8).startsWith(beginning);
  }

  /** What is no alert is passed over: whoever is to read the topic is told of it. */
  private static void take(ConsumerRecord<byte[], byte[]> record, Map<String, ToldIncident> found) {
    try {
      JsonFields alert = RecordFields.of(record);
      String incident = alert.text("incident");
      found.put(
          incident,
          new ToldIncident(
              incident,
              alert.text("entity"),
              alert.text("detector"),
              Instant.ofEpochMilli(alert.instantMillis("opened")),
              Instant.ofEpochMilli(alert.instantMillis("time"))));
    } catch (UserError e) {
      return;
    }
  }
}
