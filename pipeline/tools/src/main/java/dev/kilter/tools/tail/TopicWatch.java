package dev.kilter.tools.tail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks now and then which partitions there are, without waiting for the answer, and says so once
 * when none comes, and when one comes again.
 */
final class TopicWatch {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final String bootstrap;
  private final Supplier<CompletableFuture<Set<TopicPartition>>> question;
  private final Consumer<String> notes;
  private final InstantSource clock;
  private CompletableFuture<Set<TopicPartition>> asked;
  private Instant nextTime;
  private String trouble = "";

  /** Asks this question of a broker; what is to be said goes to the notes. */
  TopicWatch(
      String bootstrap,
      Supplier<CompletableFuture<Set<TopicPartition>>> question,
      Consumer<String> notes,
      InstantSource clock) {
    this.bootstrap = bootstrap;
    this.question = question;
    this.notes = notes;
    this.clock = clock;
    this.nextTime = clock.instant().plus(PAUSE);
  }

  /** The partitions, if they have just become known; else none. */
  Set<TopicPartition> look() throws InterruptedException {
    if (asked == null && !clock.instant().isBefore(nextTime)) {
      asked = question.get();
    }
    if (asked == null || !asked.isDone()) {
      return Set.of();
    }
    CompletableFuture<Set<TopicPartition>> answered = asked;
    asked = null;
    nextTime = clock.instant().plus(PAUSE);
    return partitions(answered);
  }

  private Set<TopicPartition> partitions(CompletableFuture<Set<TopicPartition>> answered)
      throws InterruptedException {
    try {
      Set<TopicPartition> partitions = answered.get();
      tell("");
      return partitions;
    } catch (ExecutionException e) {
      tell(sentence(e.getCause()));
      return Set.of();
    }
  }

  private void tell(String now) {
    if (now.equals(trouble)) {
      return;
    }
    trouble = now;
    notes.accept(now.isEmpty() ? "The broker at " + bootstrap + " answers again." : now);
  }

  private String sentence(Throwable cause) {
    return cause instanceof UnknownTopicOrPartitionException
        ? "A topic is gone from the broker at " + bootstrap + "; waiting for it to come back."
        : "The broker at " + bootstrap + " does not answer any more; waiting for it.";
  }
}
