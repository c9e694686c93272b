package dev.kilter.rig.events;

import dev.kilter.tools.simulate.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends a load, so many events a second, whatever becomes of the rest. Each arrives once and in its
 * place, also where the broker was away for a while.
 */
public final class Feeder implements AutoCloseable {
  private static final int STEPS_PER_SECOND = 50;

  private final Load load;
  private final String topic;
  private final Producer<byte[], byte[]> producer;
  private final AtomicLong sent = new AtomicLong();
  private final NavigableMap<Long, Long> sentNanos = new ConcurrentSkipListMap<>();
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final Thread thread = new Thread(this::feed, "feeder");
  private volatile int perSecond;

  /**
   * Begins to send.
   *
   * @param perSecond so many events a second
   */
  public static Feeder start(Load load, int perSecond, String bootstrap, String topic) {
    Feeder feeder = new Feeder(load, perSecond, bootstrap, topic);
    feeder.thread.setDaemon(true);
    feeder.thread.start();
    return feeder;
  }

  private Feeder(Load load, int perSecond, String bootstrap, String topic) {
    this.load = load;
    this.topic = topic;
    this.perSecond = perSecond;
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers", bootstrap,
            "acks", "all",
            "enable.idempotence", true,
            "linger.ms", 5,
            "max.block.ms", 300_000,
            "delivery.timeout.ms", 300_000,
            "request.timeout.ms", 10_000);
    this.producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private void feed() {
    try {
      long due = 0;
      int next = 0;
      while (next < load.deliveries().size()) {
        due += Math.max(1, perSecond / STEPS_PER_SECOND);
        for (; next < due && next < load.deliveries().size(); next++) {
          send(load.deliveries().get(next));
        }
        TimeUnit.MILLISECONDS.sleep(TimeUnit.SECONDS.toMillis(1) / STEPS_PER_SECOND);
      }
      producer.flush();
      done.complete(null);
    } catch (InterruptedException | RuntimeException e) {
      done.completeExceptionally(e);
    }
  }

  // Whoever waits for the end hears of a failure.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void send(Delivery delivery) {
    byte[] key = delivery.entity().getBytes(StandardCharsets.UTF_8);
    producer.send(
        new ProducerRecord<>(
            topic, Load.partition(delivery), delivery.atMillis(), key, delivery.value()),
        (metadata, failure) -> {
          if (failure != null) {
            done.completeExceptionally(failure);
          }
        });
    sentNanos.put(delivery.atMillis(), System.nanoTime());
    sent.incrementAndGet();
  }

  /** From now on so many events a second. */
  public void perSecond(int events) {
    perSecond = events;
  }

  /** How many were sent so far. */
  public long sent() {
    return sent.get();
  }

  /** When the last event of an event time or before was sent, as of {@link System#nanoTime}. */
  public long sentNanos(long atMillis) {
    return sentNanos.floorEntry(atMillis).getValue();
  }

  /** Whether every event has arrived. */
  public boolean isDone() {
    return done.isDone();
  }

  /** Waits until every event has arrived. */
  public void await() throws Exception {
    done.get();
  }

  @Override
  public void close() {
    thread.interrupt();
    Ends.await(thread);
    producer.close(Duration.ZERO);
  }
}
