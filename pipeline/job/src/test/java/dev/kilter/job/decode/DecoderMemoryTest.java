package dev.kilter.job.decode;

import static dev.kilter.job.decode.Decoding.NOON;
import static dev.kilter.job.decode.Decoding.POSITION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What a decoder keeps of what has gone through it. */
class DecoderMemoryTest {
  private static final int RECORDS = 500_000;

  /** Less than a byte for each record: what the JVM itself does meanwhile has room in it. */
  private static final long MOST_BYTES = RECORDS / 2;

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final EventDecoder decoder = Decoding.decoder(Decoding.standard());

  @Test
  void keepsNothingOfTheEventsItMade() {
    assertThat(keptOf(record -> Decoding.at("\"pump-" + record + "\"", String.valueOf(record))))
        .isLessThan(MOST_BYTES);
  }

  @Test
  void keepsNothingOfNamesWithoutEnd() {
    assertThat(
            keptOf(
                record -> Decoding.wide("{\"x" + record + "\": 1, \"vibration\": " + record + "}")))
        .isLessThan(MOST_BYTES);
  }

  @Test
  void keepsNothingOfWhatWasRubbish() {
    assertThat(keptOf(record -> Decoding.wide("{\"vibration\": \"x" + record + "\"}")))
        .isLessThan(MOST_BYTES);
  }

  private long keptOf(IntFunction<String> records) {
    decode(records, 0);
    long before = used();
    decode(records, RECORDS);
    long after = used();
    return after - before;
  }

  private void decode(IntFunction<String> records, int from) {
    for (int record = from; record < from + RECORDS; record++) {
      decoder.decode(POSITION, NOON, null, records.apply(record).getBytes(UTF_8));
    }
  }

  private long used() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
