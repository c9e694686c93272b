package dev.kilter.tools.control;

import dev.kilter.UserError;
import dev.kilter.job.config.KafkaConfig;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.messages.RecordFields;
import dev.kilter.tools.messages.WholeTopic;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What people have said of incidents: of each the newest verdict, to the incident's end. */
final class GivenVerdicts {
  private final Map<String, GivenVerdict> byIncident = new HashMap<>();
  private int passedOver;

  private GivenVerdicts() {}

  /**
   * Reads the feedback topic, and in the alerts topic when incidents were over.
   *
   * @throws UserError if broker or topics are not there
   */
  static GivenVerdicts read(KafkaConfig kafka) throws InterruptedException {
    GivenVerdicts verdicts = new GivenVerdicts();
    new WholeTopic(kafka.bootstrap(), kafka.properties(), kafka.feedback()).read(verdicts::take);
    new WholeTopic(kafka.bootstrap(), kafka.properties(), kafka.alerts()).read(verdicts::prolong);
    return verdicts;
  }

  /** All of them, by time, then by entity. */
  List<GivenVerdict> all() {
    return byIncident.values().stream()
        .sorted(
            Comparator.comparing(GivenVerdict::since)
                .thenComparing(GivenVerdict::entity)
                .thenComparing(GivenVerdict::incident))
        .toList();
  }

  /** How many records of the topic were none. */
  int passedOver() {
    return passedOver;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      GivenVerdict verdict = GivenVerdict.of(RecordFields.of(record));
      byIncident.put(verdict.incident(), verdict);
    } catch (UserError e) {
      passedOver++;
    }
  }

  /** What is no alert says nothing of an incident's end. */
  private void prolong(ConsumerRecord<byte[], byte[]> record) {
    try {
      JsonFields alert = RecordFields.of(record);
      Instant time = Instant.ofEpochMilli(alert.instantMillis("time"));
      byIncident.computeIfPresent(
          alert.text("incident"), (incident, verdict) -> verdict.until(time));
    } catch (UserError e) {
      return;
    }
  }
}
