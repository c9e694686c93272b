package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Alert;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.sequence.SequencePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole topology with one network for all pumps, which expects each to be at its own mean; two
 * of three have statistics of their own.
 */
class EntitiesJobTest {
  private static final String SHARED = "entities: \"pump-*\", model: shared/1";
  private static final String TWO =
      """
      {"unseen": "pooled", "entities": {
        "pump-1": {"scaling": {"mean": [100, 0], "deviation": [10, 1]}},
        "pump-2": {"scaling": {"mean": [-20, 0], "deviation": [1, 1]},
                   "quantiles": {"0.9": 1, "0.99": 4}}}}
      """;

  /** Where a pump is when all is well, and where when it is ten deviations off. */
  private static final Map<String, double[]> TEMPERATURES =
      Map.of(
          "pump-1", new double[] {100, 200},
          "pump-2", new double[] {-20, -10},
          "pump-3", new double[] {0, 20});

  @TempDir private Path folder;

  @Test
  void eachEntityIsJudgedByItsOwnStatisticsAndOneUnseenByThoseOfAll() throws Exception {
    List<Alert> alerts = opened(run(TWO));

    assertThat(alerts)
        .extracting(EntitiesJobTest::words)
        .containsExactly(
            "pump-1 2.5 over 2.0: 200.0 for 100.0 @4000",
            "pump-3 2.5 over 2.0: 20.0 for 0.0 @4000",
            "pump-2 4.375 over 4.0: -10.0 for -20.0 @6000");
  }

  @Test
  void anEntityUnseenIsNotJudgedWhereThatIsTheRule() throws Exception {
    TestRun run = run(TWO.replace("pooled", "not-judged"));

    assertThat(opened(run)).extracting(Alert::entity).containsExactly("pump-1", "pump-2");
    assertThat(run.scores())
        .filteredOn(report -> report.subject().entity().equals("pump-3"))
        .hasSize(7)
        .allMatch(report -> "there is no model for this entity".equals(report.notJudged()));
  }

  @Test
  void otherStatisticsOfOneEntityBeginOnlyItsHistoryAnew() {
    SequencePlan before = plan(TWO);
    SequencePlan after = plan(TWO.replace("[100, 0]", "[101, 0]"));

    assertThat(after.modelVersion("pump-1")).isNotEqualTo(before.modelVersion("pump-1"));
    assertThat(after.modelVersion("pump-2")).isEqualTo(before.modelVersion("pump-2"));
    assertThat(after.modelVersion("pump-3")).isEqualTo(before.modelVersion("pump-3"));
  }

  private static List<Alert> opened(TestRun run) {
    return run.alerts().stream().filter(alert -> alert.incident().revision() == 1).toList();
  }

  private SequencePlan plan(String entities) {
    return resolve(entities).detectors().get(0).sequences();
  }

  private TestRun run(String entities) throws Exception {
    return TestRun.of(events(), resolve(entities), 2);
  }

  private PipelinePlan resolve(String entities) {
    Path store = folder.resolve(Integer.toHexString(entities.hashCode()));
    return FleetPipeline.resolve(
        new BundleStore(store).add("no-errors", "shared/1").entities("shared/1", entities), SHARED);
  }

  /** Well for four seconds, then off. */
  private static List<Decoded> events() {
    List<Decoded> events = new ArrayList<>();
    for (int second = 0; second < 7; second++) {
      for (String pump : List.of("pump-1", "pump-2", "pump-3")) {
        double[] values = {TEMPERATURES.get(pump)[second < 4 ? 0 : 1], 0};
        events.add(new Event(pump, second * 1_000L, values, 0, second, 0));
      }
    }
    return events;
  }

  private static String words(Alert alert) {
    return "%s %s over %s: %s for %s @%d"
        .formatted(
            alert.entity(),
            alert.findings().score(),
            alert.findings().threshold(),
            alert.findings().channels().get(0).observed(),
            alert.findings().channels().get(0).expected(),
            alert.timeMillis());
  }
}
