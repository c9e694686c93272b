package dev.kilter.tools.notify;

import dev.kilter.tools.Screen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Reads the alerts topic and tells what is in it, until its end or until it is interrupted. */
final class Notifier {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration WAIT = Duration.ofMillis(50);

  /** Together with what closing takes this is less than a process has to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final long MOST_AHEAD = 10_000;

  private final Consumer<byte[], byte[]> consumer;
  private final NotifyParts parts;
  private final Screen screen;
  private String shown = "";

  /** A notifier whose consumer is of a group and has no partitions yet. */
  Notifier(Consumer<byte[], byte[]> consumer, NotifyParts parts, Screen screen) {
    this.consumer = consumer;
    this.parts = parts;
    this.screen = screen;
  }

  /**
   * Tells what comes.
   *
   * @param ends where to end in each partition; none: never
   * @return whether the end was reached; else this thread was interrupted
   */
  boolean run(String topic, Map<TopicPartition, Long> ends) {
    try {
      consumer.subscribe(List.of(topic), new Assignments(consumer, parts));
      while (!isReached(ends)) {
        proceed();
      }
      return true;
    } catch (InterruptException | InterruptedException e) {
      return false;
    }
  }

  /** Waits a while for what is in flight, leaves the rest to another run; says what there was. */
  String stop() throws InterruptedException {
    parts.deliveries().settle(PATIENCE);
    parts.commits().now();
    String summary = parts.books().summary(parts.deliveries().backlog().count());
    parts.deliveries().forget(consumer.assignment());
    return summary;
  }

  private void proceed() throws InterruptedException {
    Deliveries deliveries = parts.deliveries();
    consumer.poll(deliveries.isBusy() ? Duration.ZERO : POLL).forEach(parts.inbox()::take);
    parts.receiver().due().forEach(deliveries::addAgain);
    deliveries.advance();
    if (deliveries.isBusy()) {
      deliveries.await(WAIT);
    }
    parts.commits().sometimes(deliveries.isBusy());
    stopReadingWhatIsTooMuch();
    showProgress();
  }

  private boolean isReached(Map<TopicPartition, Long> ends) {
    Set<TopicPartition> assigned = consumer.assignment();
    return !ends.isEmpty()
        && !assigned.isEmpty()
        && assigned.stream()
            .allMatch(each -> consumer.position(each) >= ends.getOrDefault(each, 0L))
        && !parts.deliveries().isBusy()
        && parts.books().ledger().isClear();
  }

  private void stopReadingWhatIsTooMuch() {
    boolean full = parts.deliveries().backlog().isFull();
    consumer.resume(consumer.paused());
    consumer.pause(
        consumer.assignment().stream()
            .filter(each -> full || parts.books().ledger().ahead(each) >= MOST_AHEAD)
            .toList());
  }

  /** Only when something has changed: a notifier may run for months. */
  private void showProgress() {
    String progress = parts.books().progress(parts.deliveries().backlog().count());
    if (!progress.equals(shown)) {
      shown = progress;
      screen.progress(progress);
    }
  }
}
