package dev.kilter.job.operator;

import static dev.kilter.job.operator.PlanMaker.plan;
import static dev.kilter.job.operator.StageMaker.stage;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many events of one entity may wait for their turn; each is taken in once, in its order. */
class WaitingEventsOperatorTest {
  private static final int EVENTS = 400;

  private final List<String> said = new ArrayList<>();
  private SequenceStage stage;

  @BeforeEach
  void open() throws Exception {
    stage = stage(plan(2, "temperature")).open();
  }

  @AfterEach
  void inTheEndNothingIsKept() throws Exception {
    stage.leavesNothing();
    stage.close();
  }

  @ParameterizedTest(name = "up to {0} events out of their order")
  @ValueSource(ints = {0, 2, 20, 200})
  void eachIsTakenInOnceAtItsTurnHoweverTheyComeAndWhateverRestarts(int disorder) throws Exception {
    for (int seed = 0; seed < 5; seed++) {
      said.clear();
      stage.close();
      stage = stage(plan(2, "temperature")).open();
      goThrough(arrivals(disorder, new Random(seed)), new Random(seed));

      assertThat(said).containsExactlyElementsOf(inOrder());
      assertThat(stage.tooLate()).isEmpty();
    }
  }

  @Test
  void whatIsKeptOfThoseTakenIsNeverMoreThanWhatStillWaits() throws Exception {
    for (int event = 1; event <= EVENTS; event++) {
      stage.sees(event * 1_000L, event);
    }
    long whole = stage.snapshotBytes();

    stage.passes(EVENTS * 800L);

    long ofOneFifth = whole / 5;
    assertThat(stage.snapshotBytes()).isLessThan(2 * ofOneFifth + 2_000);
  }

  /** The seconds of the events, in the order in which they come. */
  private static List<Integer> arrivals(int disorder, Random random) {
    double[] at =
        IntStream.rangeClosed(0, EVENTS)
            .mapToDouble(second -> second + random.nextDouble() * disorder)
            .toArray();
    return IntStream.rangeClosed(1, EVENTS)
        .boxed()
        .sorted(Comparator.comparingDouble(second -> at[second]))
        .toList();
  }

  /**
   * Event time comes as far as it can without leaving one behind; now and then, all begins anew.
   */
  private void goThrough(List<Integer> arrivals, Random random) throws Exception {
    int passed = 0;
    for (int at = 0; at < EVENTS; at++) {
      stage.sees(arrivals.get(at) * 1_000L, arrivals.get(at));
      int nextToCome =
          arrivals.subList(at + 1, EVENTS).stream().min(Integer::compare).orElse(EVENTS + 1);
      if (random.nextInt(3) == 0) {
        passed = Math.max(passed, nextToCome - 1 - random.nextInt(60));
        stage.passes(passed * 1_000L);
      }
      if (random.nextInt(20) == 0) {
        said.addAll(stage.said());
        stage.goesOnAs(stage(plan(2, "temperature")));
      }
    }
    stage.passes(EVENTS * 1_000L);
    said.addAll(stage.said());
  }

  private static List<String> inOrder() {
    List<String> lines = new ArrayList<>(List.of("not enough history: 1 of 2 @1000"));
    for (int second = 2; second <= EVENTS; second++) {
      lines.add("[" + (second - 1.0) + ", " + (double) second + "] @" + second * 1_000L);
    }
    return lines;
  }
}
