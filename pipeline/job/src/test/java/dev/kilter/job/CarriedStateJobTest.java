package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.alert.Alert;
import dev.kilter.event.Decoded;
import dev.kilter.job.kafka.AlertJson;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A forecaster goes on from row to row of each entity, whoever shares its batch. */
class CarriedStateJobTest {
  private static final int ROWS_TO_WARM_UP = 2;

  private static List<Decoded> inOrder;
  private static TestRun oneByOne;

  @BeforeAll
  static void runOneByOne() throws Exception {
    inOrder = TroubledPumps.recording();
    oneByOne = TestRun.of(inOrder, plan(1), 1);
  }

  @Test
  void theFirstRowsOfEachEntityAreTakenInAndNotScored() {
    assertThat(oneByOne.scores()).hasSameSizeAs(inOrder);
    assertThat(oneByOne.scores())
        .filteredOn(score -> String.valueOf(score.notJudged()).startsWith("not enough history"))
        .hasSize(TroubledPumps.COUNT * ROWS_TO_WARM_UP);
    assertThat(oneByOne.deadLetters()).isEmpty();
  }

  @Test
  void theRecordingHasIncidentsOfEveryEntity() {
    assertThat(oneByOne.alertLines()).hasSizeGreaterThan(5 * TroubledPumps.COUNT);
  }

  @ParameterizedTest
  @CsvSource({"32, 1", "7, 2", "1024, 4"})
  void batchesAndParallelismChangeNothing(int maxBatch, int parallelism) throws Exception {
    List<Decoded> shuffled = TroubledPumps.shuffled(inOrder, new Random(maxBatch));

    TestRun run = TestRun.of(shuffled, plan(maxBatch), parallelism);

    assertThat(withoutState(run)).isEqualTo(withoutState(oneByOne));
  }

  /** How far back the state in the evidence reaches is what the batches say. */
  private static List<String> withoutState(TestRun run) {
    return run.alerts().stream().map(CarriedStateJobTest::withoutState).toList();
  }

  private static String withoutState(Alert alert) {
    ObjectNode json = AlertJson.node(alert, "events");
    assertThat(json.withObject("evidence").remove("state")).isNotNull();
    return json.toString();
  }

  private static PipelinePlan plan(int maxBatch) {
    return TestPipelines.read("carried.yaml", Map.of("MAX_BATCH", String.valueOf(maxBatch)));
  }
}
