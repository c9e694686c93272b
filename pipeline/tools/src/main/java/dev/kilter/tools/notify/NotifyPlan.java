package dev.kilter.tools.notify;

import dev.kilter.tools.Screen;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * What is to be told to whom.
 *
 * @param filter which alerts
 * @param destination where they go
 * @param rule how what was not taken is tried again
 * @param shown how the target is called in front of people
 */
record NotifyPlan(NoticeFilter filter, Destination destination, RetryRule rule, String shown) {

  /**
   * Puts together what does it.
   *
   * @param consumer reads as a member of the group
   * @param histories makes consumers of no group
   */
  Notifier notifier(
      Consumer<byte[], byte[]> consumer,
      Supplier<KafkaConsumer<byte[], byte[]>> histories,
      DeadAlerts letters,
      Screen screen) {
    Trouble trouble = new Trouble(screen, shown, System::nanoTime);
    Bookkeeping books = new Bookkeeping(letters, screen, trouble);
    Deliveries deliveries = new Deliveries(destination, rule, books, System::nanoTime);
    NotifyParts parts =
        new NotifyParts(
            destination.receiver(),
            new TopicHistory(histories),
            new Inbox(filter, destination.receiver(), deliveries, books),
            deliveries,
            books,
            new Commits(consumer, books.ledger()));
    return new Notifier(consumer, parts, screen);
  }
}
