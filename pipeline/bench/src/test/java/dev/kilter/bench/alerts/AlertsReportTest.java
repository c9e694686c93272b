package dev.kilter.bench.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts of several fleets are added, shares and delays are means. */
class AlertsReportTest {
  private static final String EVALUATION =
      """
      {"entityDays": 40,
       "kilter": {"events": 30, "eventsFound": 27, "incidents": 35, "falseAlarms": 2,
                  "normalTimeInAlarm": 0.02, "medianDelaySeconds": 1800},
       "runsOverThreshold": {"events": 30, "eventsFound": 28, "incidents": 90, "falseAlarms": 9,
                  "normalTimeInAlarm": 0.01, "medianDelaySeconds": 1500}}
      """;

  @Test
  void anEvaluationTellsWhatBecameOfAFleet() throws JsonProcessingException {
    assertThat(fleet(3))
        .isEqualTo(
            new FleetOutcome(
                3,
                new Tally(40, 30, 27, 35, 2, 0.02, 1800),
                new Tally(40, 30, 28, 90, 9, 0.01, 1500)));
    assertThat(fleet(3).text())
        .isEqualTo(
            "seed 3: 27 of 30 faults found, 2 false of 35 incidents; runs over the threshold: 28"
                + " found, 9 false of 90");
  }

  @Test
  void aTableHasThePipelineBelowThePlainRuns() throws JsonProcessingException {
    FleetOutcome none =
        new FleetOutcome(
            4, new Tally(40, 30, 24, 30, 0, 0.04, 2400), new Tally(40, 30, 28, 80, 3, 0.02, 900));

    AlertsReport report = AlertsReport.of("pumps.yaml", List.of(fleet(3), none));

    assertThat(report.text().lines())
        .containsExactly(
            "",
            "                              false per          faults     normal time       median",
            "                             entity-day           found        in alarm        delay",
            "runs over the threshold      0.150 (12)        56 of 60          1.50 %     20.0 min",
            "Kilter                        0.025 (2)        51 of 60          3.00 %     35.0 min");
  }

  private static FleetOutcome fleet(long seed) throws JsonProcessingException {
    return FleetOutcome.of(seed, new ObjectMapper().readTree(EVALUATION));
  }
}
