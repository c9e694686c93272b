package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two batches and a thread beside, which scores when it is let. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BatchTurnsTest {
  private final HeldScoring scoring = new HeldScoring();
  private final ThreadRunner runner = new ThreadRunner(scoring, () -> {});
  private final BatchTurns turns = turns(runner);

  private BatchTurns turns(BatchRunner with) {
    return new BatchTurns(
        scoring, with, batch -> scoring.tell("send", batch), () -> new PendingBatch(() -> 0));
  }

  @AfterEach
  void close() {
    scoring.let(10);
    runner.close();
  }

  @Test
  void whileOneIsOnItsWayTheNextIsFilled() throws Exception {
    put("a");
    turns.go();
    put("b");

    assertThat(turns.isBusy()).isTrue();
    assertThat(turns.filling().size()).isEqualTo(1);
    assertThat(scoring.told()).doesNotContain("score a", "send a");
  }

  @Test
  void theNextIsOnItsWayBeforeTheOneBeforeItIsSent() throws Exception {
    put("a");
    turns.go();
    put("b");
    scoring.let(1);
    turns.go();

    assertThat(scoring.told())
        .containsExactly("recall a", "score a", "keep a", "recall b", "send a");
    assertThat(turns.isBusy()).isTrue();
  }

  @Test
  void noMoreThanTwoBatchesAreEverMade() throws Exception {
    PendingBatch first = turns.filling();
    put("a");
    turns.go();
    PendingBatch second = turns.filling();
    for (int number = 0; number < 8; number++) {
      put("b");
      // The batch before this one is let through; this one is held, so that a spare is wanted.
      scoring.let(1);
      turns.go();
      assertThat(turns.filling()).isSameAs(number % 2 == 0 ? first : second);
    }
    assertThat(second).isNotSameAs(first);
  }

  @Test
  void whatHasArrivedIsSentOnce() throws Exception {
    put("a");
    turns.go();
    turns.collect();
    assertThat(scoring.told()).doesNotContain("send a");
    scoring.let(1);
    runner.await();

    turns.collect();
    turns.collect();
    turns.drain();

    assertThat(scoring.told()).containsOnlyOnce("send a");
  }

  @Test
  void nothingIsLeftOnceAllHaveGone() throws Exception {
    put("a");
    turns.go();
    put("b");
    scoring.let(2);

    turns.drain();

    assertThat(scoring.told()).endsWith("keep b", "send b").containsSubsequence("send a", "keep b");
    assertThat(turns.isBusy()).isFalse();
    assertThat(turns.filling().size()).isZero();
  }

  @Test
  void whatScoringThrowsIsThrownToTheTask() throws Exception {
    scoring.fails(new IllegalStateException("the GPU is gone"));
    put("a");
    turns.go();
    scoring.let(1);

    assertThatThrownBy(turns::drain)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the GPU is gone");
    assertThat(scoring.told()).doesNotContain("keep a", "send a");
  }

  @Test
  void aRunnerThatClosesWaitsForWhatIsOnItsWay() throws Exception {
    put("a");
    turns.go();
    Thread closing =
        new Thread(
            () -> {
              runner.close();
              scoring.tell("closed", turns.filling());
            });
    closing.start();
    while (closing.isAlive() && closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    closing.interrupt();

    scoring.let(1);
    closing.join();

    assertThat(scoring.told()).endsWith("score a", "closed ");
  }

  @Test
  void theTaskAloneScoresAtOnceInOneBatch() throws Exception {
    scoring.let(2);
    BatchTurns alone = turns(new TaskRunner(scoring));
    PendingBatch only = alone.filling();
    for (String entity : List.of("a", "b")) {
      only.add(words(entity));
      alone.go();
    }

    assertThat(alone.filling()).isSameAs(only);
    assertThat(scoring.told())
        .containsExactly(
            "recall a", "score a", "keep a", "send a", "recall b", "score b", "keep b", "send b");
    assertThat(scoring.threads()).containsExactly(Thread.currentThread());
  }

  private void put(String entity) {
    turns.filling().add(words(entity));
  }

  private static Envelope.Reset<Sequence> words(String entity) {
    return new Envelope.Reset<>(Subject.of("pumps", entity), 1, "gap");
  }
}
