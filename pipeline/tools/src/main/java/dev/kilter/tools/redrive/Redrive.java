package dev.kilter.tools.redrive;

import dev.kilter.UserError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Reads the dead letters topic up to where it ends now, and sends the letters that are meant back
 * to where they came from: key, value and Kafka timestamp as they were, so that what is judged
 * against the timestamp is judged as before. A header says which record it is again. Of a letter
 * that is not its record the record is sent, once for all letters about it.
 */
final class Redrive {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> letters;
  private final SourceRecords sources;
  private final Producer<byte[], byte[]> producer;
  private final LetterChoice choice;
  private final boolean ownForm;
  private final Set<String> fetched = new HashSet<>();
  private final RedriveTally tally = new RedriveTally();
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * A redrive of one topic.
   *
   * @param producer where letters are sent with, or null: nothing is sent
   * @param ownForm whether the pipeline reads Kilter's own form, in which events are written again
   */
  Redrive(
      Consumer<byte[], byte[]> letters,
      SourceRecords sources,
      Producer<byte[], byte[]> producer,
      LetterChoice choice,
      boolean ownForm) {
    this.letters = letters;
    this.sources = sources;
    this.producer = producer;
    this.choice = choice;
    this.ownForm = ownForm;
  }

  /**
   * Sends what is meant; returns once all of it has arrived.
   *
   * @param beat is told now and then how many letters were sent
   * @throws UserError when the topic they came from does not take one
   */
  RedriveTally run(List<TopicPartition> partitions, LongConsumer beat) {
    letters.assign(partitions);
    letters.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = letters.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> letters.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : letters.poll(POLL)) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < ends.get(partition)) {
          take(record);
        }
      }
      beat.accept(tally.sent());
    }
    if (producer != null) {
      producer.flush();
    }
    failIfSendingFailed();
    return tally;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    Letter letter = Letter.of(record);
    if (letter == null) {
      tally.kept("no dead letter of Kilter's");
    } else if (!choice.takes(letter)) {
      tally.other();
    } else {
      send(letter);
    }
  }

  private void send(Letter letter) {
    if (letter.content() != Letter.Content.WHOLE && fetched.contains(letter.position())) {
      tally.kept("another letter was about the same record");
      return;
    }
    if (!sources.hasPlace(letter)) {
      tally.kept("its topic has no partition " + letter.place().partition() + " any more");
      return;
    }
    ConsumerRecord<byte[], byte[]> record = record(letter);
    if (record == null) {
      tally.kept("it is not its record, and that is no longer in its topic");
      return;
    }
    if (record.value() == null) {
      tally.kept("it has no value, and never will");
      return;
    }
    if (producer != null) {
      failIfSendingFailed();
      send(again(letter, record));
    }
    tally.sent(letter);
  }

  /** The record that is to be sent, or null if it cannot be had. */
  private ConsumerRecord<byte[], byte[]> record(Letter letter) {
    if (letter.content() == Letter.Content.WHOLE) {
      return letter.record();
    }
    ConsumerRecord<byte[], byte[]> source = sources.find(letter);
    if (source != null) {
      fetched.add(letter.position());
      return source;
    }
    boolean serves = letter.content() == Letter.Content.WRITTEN_AGAIN && ownForm;
    return serves ? letter.record() : null;
  }

  // The callback hears of failures; the future would only say the same again.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void send(ProducerRecord<byte[], byte[]> record) {
    producer.send(record, (metadata, exception) -> failure.compareAndSet(null, exception));
  }

  private static ProducerRecord<byte[], byte[]> again(
      Letter letter, ConsumerRecord<byte[], byte[]> record) {
    Header header =
        new RecordHeader("kilter-redriven", letter.position().getBytes(StandardCharsets.UTF_8));
    return new ProducerRecord<>(
        letter.place().topic(),
        letter.place().partition(),
        timestamp(letter, record),
        record.key(),
        record.value(),
        List.of(header));
  }

  private static Long timestamp(Letter letter, ConsumerRecord<byte[], byte[]> record) {
    long timestamp = record == letter.record() ? letter.timestampMillis() : record.timestamp();
    return timestamp < 0 ? null : (Long) timestamp;
  }

  private void failIfSendingFailed() {
    Exception cause = failure.get();
    if (cause != null) {
      throw new UserError(
          "A dead letter could not be sent back: "
              + cause.getMessage()
              + "; "
              + tally.sent()
              + " were handed over before.",
          cause);
    }
  }
}
