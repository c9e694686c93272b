package dev.kilter.bench.latency;

import dev.kilter.bench.load.EventJson;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends events at a rate. Their time is the one at which they are due. Of those that an alert must
 * follow from it keeps when the broker appended them.
 */
final class Feed implements AutoCloseable {
  private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long LOOK_NANOS = Duration.ofMillis(1).toNanos();

  private final StaggeredEvents events = new StaggeredEvents();
  private final Map<Long, Long> appendMillis = new ConcurrentHashMap<>();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;
  private long sent;
  private long newestMillis;

  Feed(String bootstrap, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", 2, "batch.size", 1 << 17),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** When the broker appended the events that an alert follows from, by their offsets. */
  Map<Long, Long> appendMillis() {
    return appendMillis;
  }

  /** How many have been sent, in all. */
  long sent() {
    return sent;
  }

  /** Sends events as fast as it can, whose times are a second's for each {@code perSecond}. */
  void burst(long count, double perSecond) {
    long begin = System.currentTimeMillis() - (long) (1_000 * count / perSecond);
    for (long number = 0; number < count; number++) {
      send(begin + (long) (1_000 * number / perSecond));
    }
    producer.flush();
  }

  /**
   * Sends events at a rate, for so long.
   *
   * @param goOn asked every millisecond
   * @return how many seconds it was behind in the end
   */
  double pace(double perSecond, Duration length, BooleanSupplier goOn) {
    long begin = System.nanoTime();
    long beginMillis = Math.max(System.currentTimeMillis(), newestMillis + 1);
    long count = (long) (perSecond * length.toMillis() / 1_000);
    long number = 0;
    while (number < count && goOn.getAsBoolean()) {
      long due = (long) (perSecond * (System.nanoTime() - begin) / SECOND_NANOS);
      while (number < Math.min(due, count)) {
        send(beginMillis + (long) (1_000 * number / perSecond));
        number++;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    producer.flush();
    return (double) (System.nanoTime() - begin) / SECOND_NANOS - number / perSecond;
  }

  // The callback hears of failures; the future would only say the same again.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void send(long timeMillis) {
    if (failure.get() != null) {
      throw new IllegalStateException("the broker takes no events", failure.get());
    }
    newestMillis = timeMillis;
    if (!events.next()) {
      return;
    }
    boolean alerts = events.alerts();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, EventJson.utf8(events.entity()), events.json(timeMillis));
    producer.send(record, (appended, exception) -> keep(alerts, appended, exception));
    sent++;
  }

  private void keep(boolean alerts, RecordMetadata appended, Exception exception) {
    if (exception != null) {
      failure.compareAndSet(null, exception);
    } else if (alerts) {
      appendMillis.put(appended.offset(), appended.timestamp());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
