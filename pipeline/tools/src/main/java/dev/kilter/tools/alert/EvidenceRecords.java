package dev.kilter.tools.alert;

import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.Reading;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.decode.EventDecoder;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.ToldRows;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Fetches the records that rows were made of, and decodes them as the pipeline does. */
final class EvidenceRecords {
  private final PipelineConfig config;
  private final TopicRecords records;
  private final String topic;

  /**
   * For an alert.
   *
   * @param topic the events topic that it names
   */
  EvidenceRecords(PipelineConfig config, TopicRecords records, String topic) {
    this.config = config;
    this.records = records;
    this.topic = topic;
  }

  /**
   * The readings of an entity among the records of these rows.
   *
   * @throws NotScoredException if the topic does not have the records, any more or at all
   */
  List<Reading> of(String entity, ToldRows rows) throws InterruptedException, NotScoredException {
    checkPresent(rows.offsets());
    EventDecoder decoder = new EventDecoder(config.events(), config.time().maxAhead().toMillis());
    List<Reading> readings = new ArrayList<>();
    records.read(
        topic,
        rows.offsets(),
        record -> {
          for (Decoded decoded : decoded(decoder, record)) {
            if (decoded instanceof Event event && event.entity().equals(entity)) {
              readings.add(Reading.of(event));
            }
          }
        });
    return readings;
  }

  private static List<? extends Decoded> decoded(
      EventDecoder decoder, ConsumerRecord<byte[], byte[]> record) {
    RecordPosition position =
        new RecordPosition(record.topic(), record.partition(), record.offset());
    return decoder.decode(position, record.timestamp(), record.key(), record.value());
  }

  private void checkPresent(List<OffsetRange> ranges)
      throws InterruptedException, NotScoredException {
    List<OffsetRange> present = records.present(topic);
    for (OffsetRange range : ranges) {
      if (range.partition() >= present.size()) {
        throw new NotScoredException(
            "topic %s has no partition %d; it is not the one that the alert was made of"
                .formatted(topic, range.partition()));
      }
      checkPresent(range, present.get(range.partition()));
    }
  }

  private void checkPresent(OffsetRange range, OffsetRange there) throws NotScoredException {
    String place = topic + "-" + range.partition();
    if (range.first() < there.first()) {
      throw new NotScoredException(
          ("the records are gone: the alert rests on those of %s from offset %d on, and the topic"
                  + " keeps them only from %d on")
              .formatted(place, range.first(), there.first()));
    }
    if (range.last() > there.last()) {
      throw new NotScoredException(
          ("the alert rests on records of %s up to offset %d, and the topic only has them up to"
                  + " %d: it is another one by now")
              .formatted(place, range.last(), there.last()));
    }
  }
}
