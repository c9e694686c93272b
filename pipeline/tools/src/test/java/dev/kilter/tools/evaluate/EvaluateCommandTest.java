package dev.kilter.tools.evaluate;

import static dev.kilter.tools.lines.LineFiles.label;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilter.tools.lines.LineFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an evaluation tells of rows and events, and where it writes it. */
class EvaluateCommandTest {
  @TempDir private Path folder;
  private EvaluatedRun evaluated;

  @BeforeEach
  void record() {
    evaluated = EvaluatedRun.in(folder);
  }

  @Test
  void printsATableWithTheBaselinesBesideTheDetector() {
    assertThat(evaluated.run()).isZero();

    assertThat(evaluated.out())
        .startsWith("d: entities 2, rows 1,441, judged 99.9 %, labels 2")
        .contains("mean over the entities with labels (1; without: 1)");
    assertThat(evaluated.out().lines())
        .containsSubsequence(
            "Rows, at the calibrated threshold",
            "                         precision  recall     F1  normal time in alarm",
            "Kilter                       0.440   0.267  0.332                 4.0 %")
        .contains("runs over the threshold      1.000   0.267  0.421                 0.0 %")
        .containsSubsequence(
            "Events, at the calibrated threshold",
            "Kilter                   1 of 2   0.500                         1.00      55.0 min"
                + "   91.0 min    -70.7")
        .filteredOn(line -> line.startsWith("random") || line.startsWith("always alarming"))
        .hasSize(8);
  }

  @Test
  void writesJsonWithTheDocumentedFields() throws IOException {
    assertThat(evaluated.run("--json", folder.resolve("result.json").toString())).isZero();

    JsonNode json = evaluated.json("result.json");
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "detector",
            "seed",
            "entities",
            "entitiesWithLabels",
            "entityDays",
            "rows",
            "rowsJudged",
            "coverage",
            "rowsNotJudged",
            "eventsNotJudged",
            "kilter",
            "runsOverThreshold",
            "random",
            "alwaysAlarming",
            "health",
            "byEntity",
            "labels");
    JsonNode kilter = json.path("kilter");
    assertThat(kilter.path("precision").doubleValue()).isEqualTo(40 / 91.0);
    assertThat(kilter.path("recall").doubleValue()).isEqualTo(40 / 150.0);
    assertThat(kilter.path("normalTimeInAlarm").doubleValue()).isEqualTo(51 / 1291.0);
    assertThat(kilter.path("eventsFound").intValue()).isEqualTo(1);
    assertThat(kilter.path("falseAlarms").intValue()).isEqualTo(1);
    assertThat(kilter.path("medianDelaySeconds").doubleValue()).isEqualTo(55 * 60);
    JsonNode entities = json.path("byEntity");
    assertThat(entities.get(1).path("ranking").path("vusPr").isNull()).isTrue();
    assertThat(kilter.path("rankingMean")).isEqualTo(entities.get(0).path("ranking"));
    assertThat(json.path("labels").get(1).toString())
        .isEqualTo(
            "{\"entity\":\"a\",\"from\":\"1970-01-01T11:40:00Z\",\"to\":\"1970-01-01T13:20:00Z\","
                + "\"kind\":\"leak\",\"found\":false,\"delaySeconds\":null,\"rowsJudged\":100,"
                + "\"foundByHealth\":null}");
  }

  @Test
  void writesMarkdown() throws IOException {
    assertThat(evaluated.run("--markdown", folder.resolve("result.md").toString(), "--by-entity"))
        .isZero();

    assertThat(Files.readString(folder.resolve("result.md")))
        .startsWith("### d: entities 2")
        .contains(
            "|  | precision | recall | F1 | normal time in alarm |\n|---|---:|---:|---:|---:|")
        .contains("| Kilter | 0.440 | 0.267 | 0.332 | 4.0 % |")
        .contains("**Kilter by entity**");
  }

  @Test
  void warnsOfLabelsThatCannotBeHeldAgainstAnyRow() {
    LineFiles.file(folder, "labels.jsonl", label("a", 300, 350), label("c", 1, 2));

    assertThat(evaluated.run()).isZero();
    assertThat(evaluated.errors())
        .isEqualToIgnoringNewLines(
            "warning: "
                + folder
                + "/labels.jsonl:2: entity c has no rows; the label is left out.\n");
  }

  @Test
  void saysHowManyMoreWarningsThereAre() {
    LineFiles.file(
        folder,
        "labels.jsonl",
        LongStream.range(0, 25).mapToObj(i -> label("c", i, i + 1)).toArray(String[]::new));

    assertThat(evaluated.run()).isZero();
    assertThat(evaluated.errors().lines()).hasSize(21).endsWith("warning: 5 more like these.");
  }

  @Test
  void evaluatesAQuietDetectorOnARecordingWithoutLabels() {
    LineFiles.file(folder, "alerts.jsonl");
    LineFiles.file(folder, "labels.jsonl");

    assertThat(evaluated.run()).isZero();
    assertThat(evaluated.out().lines())
        .contains("Kilter                           –       –   –                 0.0 %");
  }

  @Test
  void refusesAResultFileInAFolderThatIsNotThere() {
    assertThat(evaluated.run("--json", folder.resolve("none/result.json").toString())).isEqualTo(2);
    assertThat(evaluated.errors()).contains("Cannot write").contains("--json");
  }
}
