package dev.kilter.tools.demo;

import static dev.kilter.tools.demo.Examples.found;
import static dev.kilter.tools.demo.Examples.missed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoResultTest {
  private static final DemoResult RESULT =
      new DemoResult(
          new DemoPlan(20, Duration.ofSeconds(90), 1, false),
          new Tally(List.of(found(1), found(3), missed()), 5, 10),
          new Tally(List.of(missed(), missed(), missed()), 0, 10),
          3421.06);

  @TempDir private Path folder;

  @Test
  void isATableWithARowForEachDetector() {
    assertThat(ResultTable.of(RESULT))
        .containsExactly(
            "                faults  found  missed  found after    false alarms       events",
            "                                       (median)       per pump-day   per second",
            "Kilter               3      2       1  2 min                  0.50        3,421",
            "plain z-score        3      0       3  –                      0.00            –",
            "Missed by Kilter: bearing-wear");
  }

  @Test
  void isJsonWithTheDocumentedFields() throws Exception {
    Path file = folder.resolve("result.json");

    ResultJson.write(file, RESULT);

    JsonNode json = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
    assertThat(json.path("injected").asInt()).isEqualTo(3);
    assertThat(json.path("found").asInt()).isEqualTo(2);
    assertThat(json.path("missed").asInt()).isEqualTo(1);
    assertThat(json.path("falseAlarms").asInt()).isEqualTo(5);
    assertThat(json.path("falseAlarmsPerEntityDay").asDouble()).isEqualTo(0.5);
    assertThat(json.path("medianDelaySeconds").asDouble()).isEqualTo(120);
    assertThat(json.path("eventsPerSecond").asDouble()).isEqualTo(3421.1);
    assertThat(json.path("simulatedSeconds").asInt()).isEqualTo(90 * DemoPlan.SPEED);
    assertThat(json.path("zScore").path("medianDelaySeconds").isNull()).isTrue();
  }

  @Test
  void saysOfEachFaultWhetherItWasFoundAndWhen() {
    JsonNode faults = ResultJson.tree(RESULT).path("faults");

    assertThat(faults).hasSize(3);
    assertThat(faults.get(0).toString())
        .isEqualTo(
            "{\"entity\":\"pump-01\",\"kind\":\"bearing-wear\",\"from\":\"1970-01-01T00:00:00Z\","
                + "\"to\":\"1970-01-01T01:40:00Z\",\"size\":10.0,\"channels\":[\"flow\"],"
                + "\"found\":true,\"delaySeconds\":60.0}");
    assertThat(faults.get(2).path("found").asBoolean()).isFalse();
    assertThat(faults.get(2).path("delaySeconds").isNull()).isTrue();
  }

  @Test
  void refusesAFileInAFolderThatIsNotThere() {
    Path nowhere = folder.resolve("none").resolve("result.json");

    assertThatThrownBy(() -> ResultJson.write(nowhere, RESULT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--json");
  }
}
