package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Decoded;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same events give the same alerts, whatever the parallelism and the order of arrival. */
class DeterminismJobTest {
  private static List<Decoded> inOrder;
  private static List<String> expected;

  @BeforeAll
  static void runInOrderAtParallelismOne() throws Exception {
    inOrder = TroubledPumps.recording();
    expected = TestRun.of(inOrder, TestPipelines.twoChannels(), 1).alertLines();
  }

  @Test
  void theRecordingHasIncidentsOfEveryEntity() {
    assertThat(expected).hasSizeGreaterThan(10 * TroubledPumps.COUNT);
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
    List<Decoded> shuffled = TroubledPumps.shuffled(inOrder, new Random(parallelism));

    TestRun run = TestRun.of(shuffled, TestPipelines.twoChannels(), parallelism);

    assertThat(shuffled).isNotEqualTo(inOrder);
    assertThat(run.deadLetters()).isEmpty();
    assertThat(run.alertLines()).isEqualTo(expected);
  }
}
