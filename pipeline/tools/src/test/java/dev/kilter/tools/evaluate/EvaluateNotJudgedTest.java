package dev.kilter.tools.evaluate;

import static dev.kilter.tools.lines.LineFiles.began;
import static dev.kilter.tools.lines.LineFiles.ended;
import static dev.kilter.tools.lines.LineFiles.label;
import static dev.kilter.tools.lines.LineFiles.notJudged;
import static dev.kilter.tools.lines.LineFiles.score;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilter.tools.lines.LineFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an evaluation tells of rows that were not judged, and of health messages. */
class EvaluateNotJudgedTest {
  @TempDir private Path folder;
  private EvaluatedRun evaluated;

  @BeforeEach
  void record() {
    evaluated = EvaluatedRun.in(folder);
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

    assertThat(evaluated.run("--json", folder.resolve("result.json").toString())).isZero();

    assertThat(evaluated.out().lines())
        .containsSubsequence(
            "Labels wholly in time that was not judged, which no score can find: 1 of 2",
            "Rows, judged or why not",
            "                         rows   share  labelled rows",
            "judged                    700  70.0 %             10",
            "not: gap                  100  10.0 %             60",
            "not: not enough history   200  20.0 %             50");
    JsonNode json = evaluated.json("result.json");
    assertThat(json.path("rowsNotJudged").toString())
        .isEqualTo("{\"gap\":100,\"not enough history\":200}");
    assertThat(json.path("eventsNotJudged").intValue()).isEqualTo(1);
    assertThat(json.path("labels").get(0).path("rowsJudged").intValue()).isZero();
  }

  @Test
  void tellsApartFromTheAlertsWhatHealthMessagesFound() throws IOException {
    evaluated.run("--json", folder.resolve("without.json").toString());
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

    assertThat(evaluated.run("--json", folder.resolve("result.json").toString())).isZero();

    assertThat(evaluated.out().lines())
        .containsSubsequence(
            "Events found by health messages, which are no alerts and count in none of the above",
            "         found  found by no alert  stretches  stretches without a label",
            "health  2 of 2                  1          3                          1");
    JsonNode json = evaluated.json("result.json");
    assertThat(json.path("kilter")).isEqualTo(evaluated.json("without.json").path("kilter"));
    assertThat(json.path("health").path("eventsFoundByNoAlert").intValue()).isEqualTo(1);
    assertThat(json.path("labels").get(1).path("foundByHealth").booleanValue()).isTrue();
    assertThat(json.path("labels").get(1).path("found").booleanValue()).isFalse();
  }

  @Test
  void refusesAHealthFileWithALineThatIsNone() {
    Path health =
        LineFiles.file(
            folder, "other.jsonl", began("1", "a", "flat", 320), began("2", "a", "tired", 4));

    assertThat(evaluated.run("--health", health.toString())).isEqualTo(2);
    assertThat(evaluated.errors()).contains(health + ":2:", "\"kind\" must be one of silent, flat");
  }

  @Test
  void refusesAHealthFileThatIsNotThere() {
    assertThat(evaluated.run("--health", folder.resolve("none.jsonl").toString())).isEqualTo(2);
    assertThat(evaluated.errors()).contains("There is no file");
  }
}
