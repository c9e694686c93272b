package dev.kilter.job.operator;

import static dev.kilter.job.operator.ScoreStage.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.onnx.OpenSessions;
import dev.kilter.onnx.Processor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The score stage as it is on a GPU, here on the CPU: sessions have threads of their own, and one
 * batch is filled while another is on its way. All that holds without holds with them.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OwnThreadOperatorTest {
  private static final Processor OWN = Processor.CPU_ON_OWN_THREAD;

  private final int sessionsBefore = OpenSessions.count();

  @AfterEach
  void nothingIsLeftOpen() throws Exception {
    assertThat(OpenSessions.count()).isEqualTo(sessionsBefore);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("kilter-")) {
        thread.join();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "flat, 1",
    "flat, 3",
    "flat, 32",
    "carried, 1",
    "carried, 3",
    "choking, 3",
    "mask, 5",
  })
  void scoresAndTheirOrderAreThoseOfTheTaskAlone(String bundle, int maxBatch) throws Exception {
    for (int seed = 0; seed < 5; seed++) {
      List<String> alone = said(bundle, maxBatch, Processor.CPU, seed);

      assertThat(said(bundle, maxBatch, OWN, seed))
          .as("seed %d", seed)
          .isEqualTo(alone)
          .isNotEmpty();
    }
  }

  @Test
  void aLoneSequenceWaitsForNobody() throws Exception {
    ScoreStage stage = ScoreStage.open("flat", 3, OWN);

    stage.takes(row("a", 1)).waits(5);
    while (stage.said().isEmpty()) {
      stage.obeys();
    }

    assertThat(stage.said()).containsExactly("a 0.5");
    stage.close();
  }

  @Test
  void whatIsOverdueGoesOnceTheBatchBeforeItHasArrived() throws Exception {
    ScoreStage stage = ScoreStage.open("flat", 2, OWN);

    stage.takes(row("a", 1)).takes(row("b", 2)).takes(row("c", 3)).waits(5);
    while (stage.said().size() < 3) {
      stage.obeys();
    }

    assertThat(stage.said()).containsExactly("a 0.5", "b 1.0", "c 1.5");
    stage.close();
  }

  @Test
  void aStageThatClosesWhileABatchIsOnItsWayLeavesNothingOpen() throws Exception {
    for (int time = 0; time < 20; time++) {
      ScoreStage stage = ScoreStage.open("recurrent", 8, OWN);
      for (int pump = 0; pump < 8; pump++) {
        stage.takes(row("pump-" + pump, pump));
      }
      stage.close();
    }
  }

  private static List<String> said(String bundle, int maxBatch, Processor processor, int seed)
      throws Exception {
    Random random = new Random(seed);
    ScoreStage stage = ScoreStage.open(bundle, maxBatch, processor);
    for (int number = 0; number < 200; number++) {
      String pump = "pump-" + random.nextInt(5);
      switch (random.nextInt(20)) {
        case 0 -> stage.forgets(pump);
        case 1 -> stage.waits(3);
        case 2 -> stage.passes();
        default -> stage.takes(row(pump, random.nextInt(66)));
      }
    }
    List<String> said = new ArrayList<>(stage.passes().said());
    stage.close();
    return said;
  }

  @Nested
  class Faults extends ScoringFaultsOperatorTest {
    @Override
    Processor processor() {
      return OWN;
    }
  }

  @Nested
  class CarriedState extends CarriedStateOperatorTest {
    @Override
    Processor processor() {
      return OWN;
    }
  }

  @Nested
  class Classes extends ClassifiersOperatorTest {
    @Override
    Processor processor() {
      return OWN;
    }
  }

  @Nested
  class Metrics extends ScoringMetricsOperatorTest {
    @Override
    Processor processor() {
      return OWN;
    }
  }

  @Nested
  class Fleet extends FleetOperatorTest {
    @Override
    Processor processor() {
      return OWN;
    }
  }
}
