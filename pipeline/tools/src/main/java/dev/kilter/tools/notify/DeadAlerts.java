package dev.kilter.tools.notify;

import dev.kilter.UserError;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.job.kafka.DeadLetterRecords;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;

/** Keeps what could not be told in the pipeline's dead letters. */
final class DeadAlerts {
  private final DeadLetterRecords letters;
  private final Producer<byte[], byte[]> producer;

  DeadAlerts(DeadLetterRecords letters, Producer<byte[], byte[]> producer) {
    this.letters = letters;
    this.producer = producer;
  }

  /** The topic that they are in. */
  String topic() {
    return letters.topic();
  }

  /**
   * Writes a dead letter; returns once it is there.
   *
   * @throws UserError if the topic does not take it
   */
  void keep(ReadRecord read, DeadLetterReason reason, String detail) {
    ConsumerRecord<byte[], byte[]> record = read.record();
    DeadLetter letter =
        new DeadLetter(
            read.position(), record.timestamp(), record.key(), record.value(), reason, detail);
    try {
      producer.send(letters.record(letter)).get();
    } catch (ExecutionException e) {
      throw new UserError(
          "The dead letter of %s cannot be written to %s: %s."
              .formatted(read.position(), topic(), e.getCause().getMessage()),
          e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
