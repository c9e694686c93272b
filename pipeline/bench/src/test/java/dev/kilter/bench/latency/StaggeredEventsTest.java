package dev.kilter.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where sequences end, and which of them are odd. */
class StaggeredEventsTest {
  private static final int EVENTS = 64 * 1_000;

  private final StaggeredEvents events = new StaggeredEvents();

  @Test
  void sequencesOfMachinesEndAllTheTime() {
    int most = 0;
    int run = 0;
    for (int event = 0; event < EVENTS; event++) {
      run = events.next() && events.alerts() ? run + 1 : 0;
      most = Math.max(most, run);
    }
    assertThat(most).isEqualTo(1);
  }

  @Test
  void anAlertFollowsFromAnOddSequenceAndFromTheNextOfTheMachine() {
    Map<String, List<Integer>> alerts = new HashMap<>();
    Map<String, Integer> rows = new HashMap<>();
    for (int event = 0; event < 40 * 32 * 1_000; event++) {
      if (events.next()) {
        int row = rows.merge(events.entity(), 1, Integer::sum);
        if (events.alerts()) {
          alerts.computeIfAbsent(events.entity(), unseen -> new ArrayList<>()).add(row);
        }
      }
    }
    assertThat(alerts).hasSize(1_000);
    assertThat(alerts.get("pump-5")).containsExactly(15 * 32, 16 * 32, 35 * 32, 36 * 32);
  }

  @Test
  void noMachineHasItsNextEventBeforeAllOthersHadTheirTurn() {
    Map<String, Integer> turns = new HashMap<>();
    for (int turn = 0; turn < EVENTS; turn++) {
      if (events.next()) {
        Integer before = turns.put(events.entity(), turn);
        assertThat(before == null || turn - before == 1_000).isTrue();
      }
    }
  }

  @Test
  void anEventSaysWhoseAndWhenItIs() {
    events.next();
    assertThat(new String(events.json(1_767_225_600_000L), StandardCharsets.UTF_8))
        .startsWith(
            "{\"entity\":\"pump-0\",\"time\":\"2026-01-01T00:00:00Z\",\"values\":{\"speed\":");
  }
}
