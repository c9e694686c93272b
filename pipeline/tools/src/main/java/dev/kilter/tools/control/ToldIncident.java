package dev.kilter.tools.control;

import dev.kilter.UserError;
import dev.kilter.job.config.KafkaConfig;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.messages.RecordFields;
import dev.kilter.tools.messages.WholeTopic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the newest alert of an incident says of it.
 *
 * @param entity whose it is
 * @param detector the id of the detector that found it
 * @param opened event time at which it opened
 * @param time the alert's event time
 */
record ToldIncident(String entity, String detector, Instant opened, Instant time) {

  /**
   * Looks through the alerts topic, up to where it ends now.
   *
   * @throws UserError if no alert of it is there
   */
  static ToldIncident find(KafkaConfig kafka, String incident) throws InterruptedException {
    byte[] key = incident.getBytes(StandardCharsets.UTF_8);
    Newest newest = new Newest();
    new WholeTopic(kafka.bootstrap(), kafka.properties(), kafka.alerts())
        .read(
            record -> {
              if (Arrays.equals(record.key(), key)) {
                newest.take(record);
              }
            });
    if (newest.told == null) {
      throw new UserError(
          "No alert in topic " + kafka.alerts() + " is of an incident " + incident + ".");
    }
    return newest.told;
  }

  /** The newest of the alerts that were read. */
  private static final class Newest {
    private ToldIncident told;

    /** What is no alert is passed over: whoever is to read the topic is told of it. */
    private void take(ConsumerRecord<byte[], byte[]> record) {
      try {
        JsonFields alert = RecordFields.of(record);
        told =
            new ToldIncident(
                alert.text("entity"),
                alert.text("detector"),
                Instant.ofEpochMilli(alert.instantMillis("opened")),
                Instant.ofEpochMilli(alert.instantMillis("time")));
      } catch (UserError e) {
        return;
      }
    }
  }
}
