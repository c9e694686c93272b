package dev.kilter.tools.tail;

import static dev.kilter.tools.tail.Messages.ALERTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class TopicWatchTest {
  private final Deque<CompletableFuture<Set<TopicPartition>>> answers = new ArrayDeque<>();
  private final List<String> notes = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private final TopicWatch watch =
      new TopicWatch("broker:9092", answers::remove, notes::add, () -> now);

  @Test
  void asksAfterAPauseAndTellsThePartitionsOnce() throws Exception {
    answers.add(CompletableFuture.completedFuture(Set.of(ALERTS)));
    assertThat(watch.look()).isEmpty();
    now = now.plusSeconds(5);
    assertThat(watch.look()).containsExactly(ALERTS);
    assertThat(watch.look()).isEmpty();
    assertThat(notes).isEmpty();
  }

  @Test
  void doesNotWaitForTheAnswer() throws Exception {
    CompletableFuture<Set<TopicPartition>> answer = new CompletableFuture<>();
    answers.add(answer);
    assertThat(lookLater()).isEmpty();
    assertThat(lookLater()).isEmpty();
    answer.complete(Set.of(ALERTS));
    assertThat(watch.look()).containsExactly(ALERTS);
  }

  @Test
  void saysOnceThatTheBrokerIsLostAndOnceThatItIsBack() throws Exception {
    for (int times = 0; times < 3; times++) {
      answers.add(CompletableFuture.failedFuture(new TimeoutException("no answer")));
    }
    answers.add(CompletableFuture.completedFuture(Set.of(ALERTS)));
    answers.add(CompletableFuture.completedFuture(Set.of(ALERTS)));
    while (!answers.isEmpty()) {
      lookLater();
    }
    assertThat(notes)
        .containsExactly(
            "The broker at broker:9092 does not answer any more; waiting for it.",
            "The broker at broker:9092 answers again.");
  }

  @Test
  void saysThatATopicIsGone() throws Exception {
    answers.add(CompletableFuture.failedFuture(new UnknownTopicOrPartitionException("no topic")));
    assertThat(lookLater()).isEmpty();
    assertThat(notes)
        .containsExactly(
            "A topic is gone from the broker at broker:9092; waiting for it to come back.");
  }

  private Set<TopicPartition> lookLater() throws InterruptedException {
    now = now.plusSeconds(60);
    return watch.look();
  }
}
