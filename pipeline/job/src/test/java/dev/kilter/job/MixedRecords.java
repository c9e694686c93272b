package dev.kilter.job;

import dev.kilter.event.Decoded;
import dev.kilter.job.decode.DecodeEvents;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * Makes the record with each number, good or malformed, and decodes it as the Kafka source does.
 *
 * <p>Ten pumps, one event a second each, in trouble some of the time.
 */
final class MixedRecords extends RichFlatMapFunction<Long, Decoded> {
  private static final long serialVersionUID = 1L;
  private static final int PUMPS = 10;

  private final DecodeEvents decoder;
  private final int badInHundred;
  private final boolean withBad;
  private final Wire wire;
  private final MalformedRecords malformed;

  /** Records of which so many in a hundred are bad; they may be left out. */
  MixedRecords(Wire wire, DecodeEvents decoder, int badInHundred, boolean withBad) {
    this.wire = wire;
    this.decoder = decoder;
    this.malformed = wire.malformed();
    this.badInHundred = badInHundred;
    this.withBad = withBad;
  }

  /** Whether the record with this number is bad. */
  static boolean isBad(long number, int badInHundred) {
    return Math.floorMod(number * 37, 100L) < badInHundred;
  }

  @Override
  public void flatMap(Long number, Collector<Decoded> out) {
    boolean bad = isBad(number, badInHundred);
    if (!bad || withBad) {
      decoder.deserialize(record(number, bad ? malformed.value(number) : good(number)), out);
    }
  }

  private static ConsumerRecord<byte[], byte[]> record(long number, byte[] value) {
    return new ConsumerRecord<>(
        "events",
        0,
        number,
        number * 1000 / PUMPS,
        TimestampType.CREATE_TIME,
        0,
        0,
        null,
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  private byte[] good(long number) {
    Random random = new Random(number);
    long second = number / PUMPS;
    return wire.record(
        "pump-" + number % PUMPS,
        second * 1000,
        (second % 40 < 6 ? 9 : 0) + random.nextGaussian(),
        Math.abs(random.nextGaussian()));
  }
}
