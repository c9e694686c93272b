package dev.kilter.job.operator;

import static dev.kilter.job.operator.ScoreStage.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.onnx.Processor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The score stage where something goes wrong: a network that does not run where a value is 64 or
 * more, and a task that fails at any point.
 */
class ScoringFaultsOperatorTest {
  private ScoreStage stage;

  /** Where the networks run. */
  Processor processor() {
    return Processor.CPU;
  }

  @BeforeEach
  void open() throws Exception {
    stage = ScoreStage.open("choking", 3, processor());
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void aSequenceThatTheNetworkDoesNotRunOnIsSetAsideAndItsNeighboursAreScored() throws Exception {
    stage.takes(row("a", 1)).takes(row("b", 64)).takes(row("c", 3)).passes();

    assertThat(stage.said()).hasSize(3).startsWith("a 0.5").endsWith("c 1.5");
    assertThat(stage.said().get(1)).startsWith("b the model does not run on it: choking/1 (");
    assertThat(stage.deadLetters())
        .singleElement()
        .asString()
        .startsWith("not-scorable: detector pumps: the model does not run on it: choking/1 (");
  }

  @Test
  void whereItRunsOnNoneEachIsSetAside() throws Exception {
    stage.takes(row("a", 70)).takes(row("b", 64)).takes(row("c", 99)).passes();

    assertThat(stage.deadLetters()).hasSize(3);
  }

  @Test
  void theNextBatchIsScoredAsIfNothingHadHappened() throws Exception {
    stage.takes(row("a", 70)).takes(row("b", 64)).takes(row("c", 99));
    stage.takes(row("a", 1)).takes(row("b", 2)).takes(row("c", 3)).passes();

    assertThat(stage.said()).endsWith("a 0.5", "b 1.0", "c 1.5");
  }

  @Test
  void aTaskThatFailsAtAnyPointLosesAndDoublesNothing() throws Exception {
    List<ScoreStage.Fed> rows = new ArrayList<>();
    Random random = new Random(11);
    for (int number = 0; number < 12; number++) {
      rows.add(row(random.nextBoolean() ? "a" : "b", random.nextInt(8)));
    }
    for (String bundle : List.of("flat", "carried")) {
      List<String> undisturbed = said(bundle, rows, rows.size());
      for (int failing = 0; failing < rows.size(); failing++) {
        assertThat(said(bundle, rows, failing))
            .as("%s at %d", bundle, failing)
            .isEqualTo(undisturbed);
      }
    }
  }

  /** Some rows give no number, and on some the network does not run. */
  @Test
  void rowsThatGoOnFromEachOtherScoreTogetherAsOneByOne() throws Exception {
    List<ScoreStage.Fed> rows = rowsOfManyLengths(new Random(13));
    ScoreStage together = ScoreStage.open("carried-choking", 1, processor());
    ScoreStage oneByOne = ScoreStage.open("carried-choking", 1, processor());
    for (ScoreStage.Fed row : rows) {
      together.takes(row);
      oneByOne.takes(row).passes();
    }
    together.passes();

    assertThat(together.said()).hasSize(rows.size()).isEqualTo(oneByOne.said());
    together.close();
    oneByOne.close();
  }

  /** More of the first pumps than of the last. */
  private static List<ScoreStage.Fed> rowsOfManyLengths(Random random) {
    List<ScoreStage.Fed> rows = new ArrayList<>();
    for (int number = 0; number < 300; number++) {
      String pump = "pump-" + Math.min(random.nextInt(12), random.nextInt(12));
      boolean noNumber = random.nextInt(16) == 0;
      rows.add(row(pump, noNumber ? Float.NaN : random.nextInt(66)));
    }
    return rows;
  }

  /** A checkpoint before a row, and a failure one row later: what came since is taken in again. */
  private List<String> said(String bundle, List<ScoreStage.Fed> rows, int checkpoint)
      throws Exception {
    ScoreStage stage = ScoreStage.open(bundle, 3, processor());
    for (int number = 0; number < rows.size(); number++) {
      if (number == checkpoint) {
        stage.checkpoints();
        stage.takes(rows.get(number));
        stage.failsAndGoesOn();
      }
      stage.takes(rows.get(number));
    }
    stage.checkpoints();
    stage.close();
    return stage.committed();
  }
}
