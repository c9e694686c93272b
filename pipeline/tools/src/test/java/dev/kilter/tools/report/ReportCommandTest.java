package dev.kilter.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole command, from the files of a run to the text of the page. */
class ReportCommandTest {
  private static final String NASTY = "</script><script>alert(1)</script>";

  @TempDir private Path folder;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void aRunIsThere() throws IOException {
    new SampleRun(folder, List.of("pump-1", NASTY, "pump-2"), 200, true).write();
  }

  @Test
  void saysWhatItWrote() throws IOException {
    String page = page("--title", "Night & <day>");

    assertThat(page).contains("<h1>Night &amp; &lt;day></h1>");
    assertThat(output.toString()).contains("entities 3, moments 600, incidents 2");
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void aNameFromDataNeverBecomesMarkup() throws IOException {
    assertThat(page()).doesNotContain("alert(1)</").doesNotContain("<script>alert");
  }

  @Test
  void thePageForbidsItselfEveryAddressAndEveryOtherScript() throws IOException {
    String page = page();
    String policy = page.replaceAll("(?s).*Content-Security-Policy\" content=\"([^\"]*)\".*", "$1");

    assertThat(policy).startsWith("default-src 'none';").contains("script-src 'sha256-");
    assertThat(policy).doesNotContain("unsafe").doesNotContain("http");
    assertThat(page).doesNotContain("src=").doesNotContain("<link");
  }

  @Test
  void bringsTheLicenceOfTheChartsAlong() throws IOException {
    assertThat(page()).contains("Leon Sorokin").contains("Permission is hereby granted");
  }

  @Test
  void scoresThatDoNotExplainThemselvesHaveNoLinesOfIt() throws IOException {
    assertThat(page()).contains("\"flow\"").doesNotContain("\"expected\":[null,null,null]");

    new SampleRun(folder, List.of("pump-1", "pump-2"), 200, false).write();

    assertThat(page()).contains("\"expected\":[null,null,null],\"contributions\":[null,null,null]");
  }

  @Test
  void aRunWithoutLabelsOrMeasuresSaysSo() throws IOException {
    assertThat(page()).contains("\"labels\":null").contains("\"evaluation\":null");
  }

  @Test
  void tellsHealthWithItsWords() throws IOException {
    String page = page();

    assertThat(page)
        .contains("\"channel\":\"pressure\",\"kind\":\"flat\",")
        .contains("\"began\":\"pressure has been 3.1 bar\",\"ended\":\"pressure is 3.2 bar\"")
        .contains(
            "\"to\":null,\"began\":\"\\u003Cb\\u003Eflow\\u003C/b\\u003E moved\",\"ended\":\"\"");
  }

  @Test
  void listsOfEntitiesWithAsManyIncidentsTheOneInMoreTroubleFirst() throws IOException {
    assertThat(page()).contains("\"entities\":[{\"name\":\"pump-1\"");
  }

  @Test
  void ofAnIncidentTheClassesOfItsLastAlertAreTold() throws IOException {
    Path alerts = folder.resolve("alerts.jsonl");
    String told = "\"classes\":[{\"name\":\"leak\",\"probability\":%s}],\"model\"";
    Files.writeString(
        alerts,
        Files.readString(alerts)
            .replaceAll("(\"revision\":1.*)\"model\"", "$1" + told.formatted("0.5"))
            .replaceAll("(\"revision\":2.*)\"model\"", "$1" + told.formatted("0.8123")));
    assertThat(page())
        .contains("\"classes\":[{\"name\":\"leak\",\"part\":0.81}]")
        .doesNotContain("\"part\":0.5}");
  }

  @Test
  void tellsWhenAndWhyNothingWasJudged() throws IOException {
    assertThat(page())
        .contains(
            "\"notJudged\":{\"filling\":20,\"too few channels\":20},\"notJudgedStretches\":["
                + "{\"reason\":\"filling\",\"from\":1772323200000,\"to\":1772323390000},"
                + "{\"reason\":\"too few channels\",\"from\":1772324600000,\"to\":1772324790000}],"
                + "\"stretchesLeftOut\":0");
  }

  @Test
  void aRunOfBeforeThereWasHealthHasNone() throws IOException {
    Files.delete(folder.resolve("health.jsonl"));

    assertThat(page()).contains("\"health\":null");
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void healthOfUnknownEntitiesIsCountedNotShown() throws IOException {
    Path health = folder.resolve("health.jsonl");
    Files.writeString(health, Files.readString(health).replace("\"pump-2\"", "\"ghost\""));

    page();

    assertThat(errors.toString()).contains("no rows and no scores: 1 health findings.");
  }

  @Test
  void namesTheLineOfHealthThatIsNone() throws IOException {
    Path health = folder.resolve("health.jsonl");
    Files.writeString(health, Files.readString(health).replace("jumping", "dancing"));

    assertThatThrownBy(() -> Run.read(folder, null, null, Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(health + ":3:")
        .hasMessageContaining("\"kind\" must be one of silent, flat,");
  }

  @Test
  void labelsOfUnknownEntitiesAreCountedNotShown() throws IOException {
    Path labels = folder.resolve("others.jsonl");
    Files.writeString(
        labels,
        "{\"entity\":\"ghost\",\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-03-01T01:00:00Z\"}");

    page("--labels", labels.toString());

    assertThat(errors.toString()).contains("no rows and no scores: 1 labels.");
  }

  @Test
  void namesPlaceAndValueOfWhatIsWrong() throws IOException {
    Path rows = folder.resolve("rows.jsonl");
    Files.writeString(rows, "{\"entity\":\"a\",\"time\":\"noon\",\"values\":{}}");

    assertThatThrownBy(() -> Run.read(folder, null, null, Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            rows
                + ":1:22: \"time\" must be an instant such as \"2026-03-01T12:00:00Z\", not \"noon\".");
  }

  @Test
  void refusesRowsThatGoBackInTime() throws IOException {
    Path rows = folder.resolve("rows.jsonl");
    List<String> lines = Files.readAllLines(rows);
    Files.write(rows, List.of(lines.get(5), lines.get(0)));

    assertThatThrownBy(() -> Run.read(folder, null, null, Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(rows + ":2:")
        .hasMessageContaining("\"time\" must be no earlier than on the line before");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThat(run("nowhere", "--to", folder.resolve("x.html").toString())).isNotZero();
  }

  @Test
  void refusesAnEvaluationThatIsNone() throws IOException {
    Path evaluation = Files.writeString(folder.resolve("evaluation.json"), "{\"kilter\": 3}");

    assertThatThrownBy(() -> EvaluationFile.read(evaluation))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("\"kilter\" must be an object");
  }

  private String page(String... more) throws IOException {
    Path page = folder.resolve("page.html");
    List<String> arguments = new ArrayList<>(List.of(folder.toString(), "--to", page.toString()));
    arguments.addAll(List.of(more));
    assertThat(run(arguments.toArray(String[]::new))).isZero();
    return Files.readString(page);
  }

  private int run(String... arguments) {
    return new CommandLine(new ReportCommand())
        .setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }
}
