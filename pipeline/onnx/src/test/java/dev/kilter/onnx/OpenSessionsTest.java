package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static dev.kilter.onnx.Bundles.random;
import static dev.kilter.onnx.Bundles.withContract;
import static dev.kilter.onnx.Bundles.withRightHash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import dev.kilter.UserError;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who shares a native session, and when it is closed. ONNX Runtime throws on a second closing. */
class OpenSessionsTest {
  private static final int THREADS = 8;

  private final int before = OpenSessions.count();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final CyclicBarrier start = new CyclicBarrier(THREADS);

  @AfterEach
  void nothingIsLeftOpen() {
    threads.shutdownNow();
    assertThat(OpenSessions.count()).isEqualTo(before);
  }

  @Test
  void allThatRunOneNetworkShareASession() throws Exception {
    List<SequenceScorer> scorers = onEveryThread(number -> SequenceScorer.open(bundle("flat")));

    assertThat(OpenSessions.count()).isEqualTo(before + 1);
    scorers.forEach(SequenceScorer::close);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theSessionIsClosedWithTheLastInWhateverOrder(int seed) throws Exception {
    List<SequenceScorer> left = new ArrayList<>();
    for (int number = 0; number < THREADS; number++) {
      left.add(SequenceScorer.open(bundle("flat")));
    }
    Collections.shuffle(left, new Random(seed));

    while (!left.isEmpty()) {
      assertThat(OpenSessions.count()).isEqualTo(before + 1);
      assertThat(left.get(0).score(List.of(random(new Random(seed)))).get(0)).isPresent();
      left.remove(0).close();
    }
  }

  @Test
  void whoClosesTwiceTakesNobodysSession() throws Exception {
    try (SequenceScorer stays = SequenceScorer.open(bundle("flat"))) {
      SequenceScorer goes = SequenceScorer.open(bundle("flat"));
      goes.close();
      goes.close();

      assertThat(stays.score(List.of(random(new Random(1))))).hasSize(1);
    }
  }

  @Test
  void whoHasClosedRunsNoMoreThoughOthersDo() {
    try (SequenceScorer stays = SequenceScorer.open(bundle("flat"))) {
      SequenceScorer gone = SequenceScorer.open(bundle("flat"));
      gone.close();

      assertThatThrownBy(() -> gone.score(List.of(random(new Random(1)))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith("is closed");
      assertThat(stays.stateSize()).isZero();
    }
  }

  @Test
  void twoNetworksHaveTwoSessions() {
    try (SequenceScorer one = SequenceScorer.open(bundle("flat"));
        SequenceScorer other = SequenceScorer.open(bundle("batch-major"))) {
      assertThat(OpenSessions.count()).isEqualTo(before + 2);
      assertThat(one.contract()).isNotEqualTo(other.contract());
    }
  }

  @Test
  void threadsThatRunItAtOnceGetTheirOwnScores() throws Exception {
    List<List<Sequence>> sequences =
        IntStream.range(0, THREADS).mapToObj(OpenSessionsTest::sequences).toList();

    List<List<Double>> together = onEveryThread(number -> scores(sequences.get(number)));

    for (int number = 0; number < THREADS; number++) {
      assertThat(together.get(number)).isEqualTo(scores(sequences.get(number)));
    }
  }

  @Test
  void threadsThatComeAndGoFindAnOpenSession() throws Exception {
    byte[] network = bundle("flat").network();

    List<Boolean> open = onEveryThread(number -> comeAndGo(network));

    assertThat(open).hasSize(THREADS).containsOnly(true);
  }

  @Test
  void aNetworkThatDoesNotLoadLeavesNothingOpen() {
    ModelBundle broken = withRightHash(new byte[] {1, 2, 3});

    assertThatThrownBy(() -> SequenceScorer.open(broken)).isInstanceOf(UserError.class);
    assertThat(OpenSessions.count()).isEqualTo(before);
  }

  @Test
  void aBundleThatIsRefusedLeavesNothingOpen() {
    ModelBundle refused = withContract("\"name\": \"errors\"", "\"name\": \"mistakes\"");

    assertThatThrownBy(() -> SequenceScorer.open(refused)).isInstanceOf(UserError.class);
    assertThat(OpenSessions.count()).isEqualTo(before);
  }

  /** ONNX Runtime throws where a session is asked that is closed. */
  private static boolean comeAndGo(byte[] network) throws OrtException {
    boolean open = true;
    for (int round = 0; round < 300; round++) {
      try (SessionShare share = OpenSessions.ofThisJvm().share(network, Processor.CPU)) {
        open &= share.session().getInputInfo().size() == 1;
      }
    }
    return open;
  }

  private static List<Double> scores(List<Sequence> sequences) throws ModelRunException {
    try (SequenceScorer scorer = SequenceScorer.open(bundle("flat"))) {
      return scorer.score(sequences).stream().map(score -> score.orElseThrow().raw()).toList();
    }
  }

  private static List<Sequence> sequences(int number) {
    Random random = new Random(number);
    return IntStream.range(0, 5 + number).mapToObj(each -> random(random)).toList();
  }

  /** What a thread does, given its number. */
  @FunctionalInterface
  private interface Work<T> {
    T of(int number) throws Exception;
  }

  private <T> List<T> onEveryThread(Work<T> work) throws Exception {
    List<Callable<T>> tasks = new ArrayList<>();
    for (int each = 0; each < THREADS; each++) {
      int number = each;
      tasks.add(
          () -> {
            start.await();
            return work.of(number);
          });
    }
    List<T> done = new ArrayList<>();
    for (Future<T> future : threads.invokeAll(tasks)) {
      done.add(future.get());
    }
    return done;
  }
}
