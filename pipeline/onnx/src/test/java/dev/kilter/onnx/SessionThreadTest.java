package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static dev.kilter.onnx.Bundles.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that is run on a thread of its own, as on a GPU. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class SessionThreadTest {
  private static final Execution OWN = new Execution(Processor.CPU_ON_OWN_THREAD, 32);

  private SessionShare share;
  private SessionThread runner;
  private volatile boolean interruptedWhenDone;

  @BeforeEach
  void open() throws OrtException {
    share = OpenSessions.ofThisJvm().share(bundle("flat").network(), Processor.CPU_ON_OWN_THREAD);
    runner = (SessionThread) share.runner();
  }

  @AfterEach
  void close() throws OrtException {
    share.close();
  }

  @Test
  void allRunsAreOnOneThreadWhoeverAsks() throws Exception {
    Set<Thread> seen = Collections.synchronizedSet(new HashSet<>());
    List<Thread> asking =
        IntStream.range(0, 8).mapToObj(each -> new Thread(() -> seen.add(threadOfARun()))).toList();
    asking.forEach(Thread::start);
    for (Thread each : asking) {
      each.join();
    }

    assertThat(seen).hasSize(1).doesNotContainAnyElementsOf(asking);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void allWhoScoreWithOneNetworkWaitForItsThread(int scorers) throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    Thread holding = holdUntil(free);
    List<SequenceScorer> opened = Collections.synchronizedList(new ArrayList<>());
    List<Thread> scoring =
        IntStream.range(0, scorers)
            .mapToObj(
                each -> new Thread(() -> opened.add(SequenceScorer.open(bundle("flat"), OWN))))
            .toList();
    scoring.forEach(Thread::start);
    waitUntil(() -> runner.waiting() == scorers);
    free.countDown();
    for (Thread each : scoring) {
      each.join();
    }
    holding.join();

    assertThat(opened).hasSize(scorers);
    opened.forEach(SequenceScorer::close);
  }

  @Test
  void scoresAreThoseOfTheAskingThread() throws Exception {
    List<Sequence> sequences =
        IntStream.range(0, 20).mapToObj(seed -> random(new Random(seed))).toList();
    try (SequenceScorer beside = SequenceScorer.open(bundle("flat"), OWN);
        SequenceScorer here = SequenceScorer.open(bundle("flat"))) {
      assertThat(beside.runsOnOwnThread()).isTrue();
      assertThat(here.runsOnOwnThread()).isFalse();
      assertThat(numbers(beside, sequences)).isEqualTo(numbers(here, sequences));
    }
  }

  @Test
  void whatARunThrowsIsThrownToWhoAsked() {
    OrtException refused = new OrtException("not so");

    assertThatThrownBy(
            () ->
                runner.call(
                    session -> {
                      throw refused;
                    }))
        .isSameAs(refused);
    assertThatThrownBy(
            () ->
                runner.call(
                    session -> {
                      throw new StackOverflowError("deep");
                    }))
        .isInstanceOf(StackOverflowError.class);
    assertThat(threadOfARun()).isNotNull();
  }

  @Test
  void whoIsInterruptedWaitsForItsRunAllTheSame() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    Thread holding = holdUntil(free);
    holding.interrupt();
    waitUntil(() -> !holding.isInterrupted());
    free.countDown();
    holding.join();

    assertThat(runner.waiting()).isZero();
    assertThat(interruptedWhenDone).isTrue();
  }

  @Test
  void theThreadEndsWithTheSession() throws Exception {
    Thread thread = threadOfARun();

    share.close();

    thread.join();
    assertThat(thread.isAlive()).isFalse();
  }

  /** Until the timeout interrupts it. */
  private static void waitUntil(BooleanSupplier reached) throws InterruptedException {
    while (!reached.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Thread.onSpinWait();
    }
  }

  /** Occupies the session's thread; comes back when it does. */
  private Thread holdUntil(CountDownLatch free) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    Thread asking =
        new Thread(
            () -> {
              called(
                  () -> {
                    held.countDown();
                    free.await();
                  });
              interruptedWhenDone = Thread.currentThread().isInterrupted() && free.getCount() == 0;
            });
    asking.start();
    held.await();
    return asking;
  }

  private Thread threadOfARun() {
    Thread[] seen = new Thread[1];
    called(() -> seen[0] = Thread.currentThread());
    return seen[0];
  }

  /** Something that is done on the session's thread. */
  @FunctionalInterface
  private interface Deed {
    void run() throws Exception;
  }

  private void called(Deed deed) {
    try {
      runner.call(
          session -> {
            try {
              deed.run();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
            return null;
          });
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All numbers, to the last bit. */
  private static List<String> numbers(SequenceScorer scorer, List<Sequence> sequences)
      throws ModelRunException {
    return scorer.score(sequences).stream().map(score -> numbers(score.orElseThrow())).toList();
  }

  private static String numbers(Score score) {
    return score.raw() + Arrays.toString(score.parts()) + Arrays.toString(score.expected());
  }
}
