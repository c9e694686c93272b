package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Alert;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole topology with a model for each entity, of which only one at a time is in memory. */
class FleetJobTest {
  private static final String EACH = "entities: \"pump-*\", model: \"{entity}/flat/1\"";

  @TempDir private Path folder;
  private BundleStore store;

  /** They expect the same and differ in how much of a difference is odd, and in their names. */
  @BeforeEach
  void twoPumps() {
    store =
        new BundleStore(folder)
            .add("pump-1/flat/1", "\"weight\": 0.5", "\"weight\": 1")
            .add("pump-2/flat/1", "\"0.99\": 2.0", "\"0.99\": 4.0")
            .change("pump-2/flat/1", "\"name\": \"flat\"", "\"name\": \"calm\"");
  }

  @Test
  void eachEntityIsJudgedByItsOwnModel() throws Exception {
    TestRun run = TestRun.of(events(), FleetPipeline.resolve(store, EACH), 2);

    assertThat(run.alerts())
        .extracting(FleetJobTest::words)
        .containsExactly("pump-1 flat 5.0 over 2.0 @4000", "pump-2 calm 4.375 over 4.0 @6000");
  }

  @Test
  void anEntityWithoutAModelIsNotJudgedAndSaysSo() throws Exception {
    TestRun run = TestRun.of(events(), FleetPipeline.resolve(store, EACH), 1);

    assertThat(run.scores())
        .filteredOn(report -> report.subject().entity().equals("pump-3"))
        .hasSize(7)
        .allMatch(report -> "there is no model for this entity".equals(report.notJudged()));
  }

  @Test
  void anEntityWithoutAModelIsJudgedByTheOneThatStandsIn() throws Exception {
    store
        .add("shared/flat/1", "\"0.99\": 2.0", "\"0.99\": 3.0")
        .change("shared/flat/1", "\"name\": \"flat\"", "\"name\": \"shared\"");

    TestRun run =
        TestRun.of(events(), FleetPipeline.resolve(store, EACH + ", unseen: shared/flat/1"), 1);

    assertThat(run.alerts())
        .extracting(FleetJobTest::words)
        .contains("pump-3 shared 3.75 over 3.0 @5000")
        .hasSize(3);
  }

  /** Calm for four seconds, then off by 10 in one channel: a raw score of 5. */
  private static List<Decoded> events() {
    List<Decoded> events = new ArrayList<>();
    for (int second = 0; second < 7; second++) {
      for (String pump : List.of("pump-1", "pump-2", "pump-3")) {
        double[] values = {second < 4 ? 0 : 10, 0};
        events.add(new Event(pump, second * 1_000L, values, 0, second, 0));
      }
    }
    return events;
  }

  private static String words(Alert alert) {
    return "%s %s %s over %s @%d"
        .formatted(
            alert.entity(),
            alert.findings().model().name(),
            alert.findings().score(),
            alert.findings().threshold(),
            alert.timeMillis());
  }
}
