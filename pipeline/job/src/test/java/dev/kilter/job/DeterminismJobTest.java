package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same events give the same alerts, whatever the parallelism and the order of arrival. */
class DeterminismJobTest {
  private static final int ENTITIES = 12;
  private static final int SECONDS = 300;
  private static final int LATENESS_MILLIS = 3_000;

  private static List<Decoded> inOrder;
  private static List<String> expected;

  @BeforeAll
  static void runInOrderAtParallelismOne() throws Exception {
    inOrder = recording();
    expected = TestRun.of(inOrder, TestPipelines.twoChannels(), 1).alertLines();
  }

  @Test
  void theRecordingHasIncidentsOfEveryEntity() {
    assertThat(expected).hasSizeGreaterThan(10 * ENTITIES);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void parallelismChangesNothing(int parallelism) throws Exception {
    assertThat(TestRun.of(inOrder, TestPipelines.twoChannels(), parallelism).alertLines())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void arrivalOrderWithinTheLatenessChangesNothing(int parallelism) throws Exception {
    List<Decoded> shuffled = shuffledWithinLateness(new Random(parallelism));

    TestRun run = TestRun.of(shuffled, TestPipelines.twoChannels(), parallelism);

    assertThat(shuffled).isNotEqualTo(inOrder);
    assertThat(run.deadLetters()).isEmpty();
    assertThat(run.alertLines()).isEqualTo(expected);
  }

  /** Twelve pumps, each well most of the time and in trouble some of it, with gaps. */
  private static List<Decoded> recording() {
    Random random = new Random(42);
    List<Decoded> events = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      for (int pump = 0; pump < ENTITIES; pump++) {
        boolean trouble = (second + 7 * pump) % 40 < 6;
        double vibration = random.nextInt(10) == 0 ? Double.NaN : Math.abs(random.nextGaussian());
        double temperature = (trouble ? 9 : 0) + random.nextGaussian();
        events.add(
            new Event(
                "pump-" + pump,
                second * 1_000L + pump,
                new double[] {temperature, vibration},
                pump % 3,
                events.size(),
                0));
      }
    }
    return events;
  }

  private static List<Decoded> shuffledWithinLateness(Random random) {
    record Arrival(double atMillis, Decoded event) {}
    return inOrder.stream()
        .map(e -> new Arrival(((Event) e).timeMillis() + random.nextInt(LATENESS_MILLIS), e))
        .sorted(Comparator.comparingDouble(Arrival::atMillis))
        .map(Arrival::event)
        .toList();
  }
}
