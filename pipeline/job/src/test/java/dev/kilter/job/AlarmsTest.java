package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.MetricNames;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The alarms that are ready for a Prometheus are about metrics that there are. */
class AlarmsTest {
  private static final Path ALARMS = Path.of("../../k8s/rules/kilter.yaml");

  @Test
  void aFailedCommitRaisesOneByTheNameThatFlinkGivesToItsMetric() throws IOException {
    InternalOperatorMetricGroup committer =
        UnregisteredMetricGroups.createUnregisteredOperatorMetricGroup();
    String metric = name(committer, MetricNames.FAILED_COMMITTABLES);

    assertThat(metric).isEqualTo("flink_taskmanager_job_task_operator_failedCommittables");
    assertThat(alarms().get("KilterCommitFailed")).contains("max_over_time(" + metric + "[");
  }

  @Test
  void checkpointsThatDoNotCompleteRaiseOneByTheNameThatFlinkGivesToTheirMetric()
      throws IOException {
    String metric =
        name(
            UnregisteredMetricGroups.createUnregisteredJobManagerJobMetricGroup(),
            "numberOfCompletedCheckpoints");

    assertThat(alarms().get("KilterStateNotSaved")).contains("increase(" + metric + "[");
  }

  @Test
  void eachSaysWhatItMeansAndWhatToDo() throws IOException {
    assertThat(rules())
        .hasSizeGreaterThan(12)
        .allSatisfy(
            rule -> {
              assertThat(rule.get("labels")).asString().contains("severity");
              assertThat(rule.get("annotations"))
                  .asString()
                  .contains("summary", "description", "runbook");
            });
  }

  /** The expression of each alarm. */
  private static Map<String, String> alarms() throws IOException {
    return rules().stream()
        .collect(
            Collectors.toMap(
                rule -> String.valueOf(rule.get("alert")),
                rule -> String.valueOf(rule.get("expr"))));
  }

  private static List<Map<?, ?>> rules() throws IOException {
    Map<?, ?> file =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build()).loadFromString(Files.readString(ALARMS));
    return items(file.get("groups")).stream()
        .flatMap(group -> items(group.get("rules")).stream())
        .toList();
  }

  private static List<Map<?, ?>> items(Object list) {
    return ((List<?>) list)
        .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).collect(Collectors.toList());
  }

  /** As Flink's reporter for Prometheus makes it. */
  private static String name(MetricGroup group, String metric) {
    String scope = ((AbstractMetricGroup<?>) group).getLogicalScope(text -> text, '_');
    return "flink_" + scope + "_" + metric;
  }
}
