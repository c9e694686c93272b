package dev.kilter.tools.evaluate;

import static dev.kilter.tools.lines.LineFiles.began;
import static dev.kilter.tools.lines.LineFiles.closed;
import static dev.kilter.tools.lines.LineFiles.ended;
import static dev.kilter.tools.lines.LineFiles.label;
import static dev.kilter.tools.lines.LineFiles.notJudged;
import static dev.kilter.tools.lines.LineFiles.opened;
import static dev.kilter.tools.lines.LineFiles.score;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.UserError;
import dev.kilter.tools.lines.LineFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Two entities with a row a minute: a from 0 to 999, with faults from 300 to 349 and from 700 to
 * 799, the second missed; b from 0 to 440, without faults, and with a false alarm.
 */
class EvaluateCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void record() {
    List<String> scores = new ArrayList<>();
    scores.add(notJudged("a", 0));
    LongStream.range(1, 1000)
        .mapToObj(i -> score("d", "a", i, i >= 310 && i < 350 ? 9 : 1))
        .forEach(scores::add);
    LongStream.range(0, 441).mapToObj(i -> score("d", "b", i, 1)).forEach(scores::add);
    LineFiles.file(folder, "scores.jsonl", scores.toArray(String[]::new));
    LineFiles.file(
        folder,
        "alerts.jsonl",
        opened("1", "a", 310),
        closed("1", "a", 310, 360),
        opened("2", "b", 400));
    LineFiles.file(folder, "labels.jsonl", label("a", 300, 350), label("a", 700, 800));
  }

  @Test
  void printsATableWithTheBaselinesBesideTheDetector() {
    assertThat(run()).isZero();

    assertThat(out.toString())
        .startsWith("d: entities 2, rows 1,441, judged 99.9 %, labels 2")
        .contains("mean over the entities with labels (1; without: 1)");
    assertThat(out.toString().lines())
        .containsSubsequence(
            "Rows, at the calibrated threshold",
            "                 precision  recall     F1  normal time in alarm",
            "Kilter               0.440   0.267  0.332                 4.0 %")
        .containsSubsequence(
            "Events, at the calibrated threshold",
            "Kilter           1 of 2   0.500                         1.00      55.0 min"
                + "   91.0 min    -70.7")
        .filteredOn(line -> line.startsWith("random") || line.startsWith("always alarming"))
        .hasSize(8);
  }

  @Test
  void writesJsonWithTheDocumentedFields() throws IOException {
    assertThat(run("--json", folder.resolve("result.json").toString())).isZero();

    JsonNode json = JsonMapper.builder().build().readTree(folder.resolve("result.json").toFile());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "detector",
            "seed",
            "entities",
            "entitiesWithLabels",
            "rows",
            "rowsJudged",
            "coverage",
            "rowsNotJudged",
            "eventsNotJudged",
            "kilter",
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
  void tellsHowManyRowsWereNotJudgedAndWhy() throws IOException {
    List<String> scores = new ArrayList<>();
    LongStream.range(0, 200)
        .mapToObj(i -> notJudged("a", i, "not enough history: " + i + " of 200"))
        .forEach(scores::add);
    LongStream.range(200, 300).mapToObj(i -> notJudged("a", i, "gap")).forEach(scores::add);
    LongStream.range(300, 1000).mapToObj(i -> score("d", "a", i, 1)).forEach(scores::add);
    LineFiles.file(folder, "scores.jsonl", scores.toArray(String[]::new));
    LineFiles.file(folder, "labels.jsonl", label("a", 150, 250), label("a", 290, 310));

    assertThat(run("--json", folder.resolve("result.json").toString())).isZero();

    assertThat(out.toString().lines())
        .containsSubsequence(
            "Labels wholly in time that was not judged, which no score can find: 1 of 2",
            "Rows, judged or why not",
            "                         rows   share  labelled rows",
            "judged                    700  70.0 %             10",
            "not: gap                  100  10.0 %             60",
            "not: not enough history   200  20.0 %             50");
    JsonNode json = JsonMapper.builder().build().readTree(folder.resolve("result.json").toFile());
    assertThat(json.path("rowsNotJudged").toString())
        .isEqualTo("{\"gap\":100,\"not enough history\":200}");
    assertThat(json.path("eventsNotJudged").intValue()).isEqualTo(1);
    assertThat(json.path("labels").get(0).path("rowsJudged").intValue()).isZero();
  }

  @Test
  void tellsApartFromTheAlertsWhatHealthMessagesFound() throws IOException {
    run("--json", folder.resolve("without.json").toString());
    LineFiles.file(
        folder,
        "health.jsonl",
        began("1", "a", "not-enough-history", 0),
        ended("1", "a", "not-enough-history", 0, 999),
        began("2", "a", "flat", 320),
        ended("2", "a", "flat", 320, 330),
        began("3", "a", "silent", 750),
        began("4", "b", "jumping", 5),
        ended("4", "b", "jumping", 5, 6));

    assertThat(run("--json", folder.resolve("result.json").toString())).isZero();

    assertThat(out.toString().lines())
        .containsSubsequence(
            "Events found by health messages, which are no alerts and count in none of the above",
            "         found  found by no alert  stretches  stretches without a label",
            "health  2 of 2                  1          3                          1");
    JsonMapper reader = JsonMapper.builder().build();
    JsonNode json = reader.readTree(folder.resolve("result.json").toFile());
    assertThat(json.path("kilter"))
        .isEqualTo(reader.readTree(folder.resolve("without.json").toFile()).path("kilter"));
    assertThat(json.path("health").path("eventsFoundByNoAlert").intValue()).isEqualTo(1);
    assertThat(json.path("labels").get(1).path("foundByHealth").booleanValue()).isTrue();
    assertThat(json.path("labels").get(1).path("found").booleanValue()).isFalse();
  }

  @Test
  void refusesAHealthFileWithALineThatIsNone() {
    Path health =
        LineFiles.file(
            folder, "other.jsonl", began("1", "a", "flat", 320), began("2", "a", "tired", 4));

    assertThat(run("--health", health.toString())).isEqualTo(2);
    assertThat(errors.toString()).contains(health + ":2:", "\"kind\" must be one of silent, flat");
  }

  @Test
  void refusesAHealthFileThatIsNotThere() {
    assertThat(run("--health", folder.resolve("none.jsonl").toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("There is no file");
  }

  @Test
  void writesMarkdown() throws IOException {
    assertThat(run("--markdown", folder.resolve("result.md").toString(), "--by-entity")).isZero();

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

    assertThat(run()).isZero();
    assertThat(errors.toString())
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

    assertThat(run()).isZero();
    assertThat(errors.toString().lines()).hasSize(21).endsWith("warning: 5 more like these.");
  }

  @Test
  void evaluatesAQuietDetectorOnARecordingWithoutLabels() {
    LineFiles.file(folder, "alerts.jsonl");
    LineFiles.file(folder, "labels.jsonl");

    assertThat(run()).isZero();
    assertThat(out.toString().lines())
        .contains("Kilter                   –       –   –                 0.0 %");
  }

  @Test
  void refusesAResultFileInAFolderThatIsNotThere() {
    assertThat(run("--json", folder.resolve("none/result.json").toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("Cannot write").contains("--json");
  }

  private int run(String... more) {
    String[] files = {
      "--scores", folder.resolve("scores.jsonl").toString(),
      "--alerts", folder.resolve("alerts.jsonl").toString(),
      "--labels", folder.resolve("labels.jsonl").toString()
    };
    return new CommandLine(new EvaluateCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .setExecutionExceptionHandler(EvaluateCommandTest::refused)
        .execute(Stream.of(files, more).flatMap(Stream::of).toArray(String[]::new));
  }

  /** As the whole command line does it. */
  private static int refused(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(e instanceof UserError)) {
      throw e;
    }
    command.getErr().println(e.getMessage());
    return 2;
  }
}
