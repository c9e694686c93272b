package dev.kilter.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.tools.explain.ExplainCommand;
import dev.kilter.tools.report.BrowserPage.Box;
import java.awt.Color;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An explanation as a person sees it, on a page of its own and in the report of a run. */
@Timeout(120)
class ExplanationPageIT {
  private static final Color OBSERVED = new Color(0x1f5fbf);
  private static final Color EXPECTED = new Color(0xf2b34d);
  private static final Color DARK = new Color(0x1a222b);
  private static final String FORGET = "[...document.querySelectorAll('canvas')][1]";
  private static final String CELL = "[...document.querySelectorAll('canvas')][4]";

  @TempDir private static Path folder;
  private static Chromium chromium;
  private BrowserPage page;

  @BeforeAll
  static void anIncidentIsExplained() throws IOException {
    chromium = Chromium.start(folder.resolve("profile"));
    SampleRun run = new SampleRun(folder, List.of("pump-1", "pump-3"), 500, true).write();
    int code =
        new CommandLine(new ExplainCommand())
            .setOut(new PrintWriter(new StringWriter()))
            .execute(
                "examples/golden/events.jsonl.gz",
                "--pipeline=examples/pumps.yaml",
                "--entity=pump-03",
                "--at=2026-03-01T02:13:30Z",
                "--out=" + folder);
    assertThat(code).isZero();
    run.report(folder.resolve("report.html"));
  }

  @AfterAll
  static void theBrowserEnds() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nothingWentWrongAndNothingWasFetched() {
    assertThat(page.complaints()).isEmpty();
    assertThat(page.requests()).allMatch(address -> address.startsWith("file:")).isNotEmpty();
  }

  @Test
  void drawsWhatWasObservedAndWhatWasExpected() throws IOException {
    open("explanation.html");
    Pixels seen = new Pixels(page.screenshot());
    Box vibration = page.box(".panes svg");

    assertThat(page.text("h3"))
        .isEqualTo("Why pump-03 was judged off kilter at 2026-03-01 02:13:30 UTC");
    assertThat(page.text(".parts tbody tr")).contains("vibration", "73\u00a0%");
    assertThat(seen.count(vibration, OBSERVED)).isGreaterThan(50);
    assertThat(seen.count(vibration, EXPECTED)).isGreaterThan(300);
  }

  @Test
  void everyPlaceInAPictureOfAGateIsItsNumber() throws IOException {
    JsonNode told = new ObjectMapper().readTree(folder.resolve("explanation.json").toFile());
    double open = told.at("/layers/0/directions/0/forgetGate/40/9").asDouble();
    open("explanation.html");
    page.evaluate(FORGET + ".scrollIntoView({block: 'center'})");
    Box forget = page.boxOf(FORGET);

    page.move(forget.at(40.5 / 48), forget.y() + forget.height() * 9.5 / 32);

    assertThat(page.text("#tip")).startsWith("forget gate, unit 10\n02:12:20: ");
    assertThat(Double.parseDouble(page.text("#tip").replaceAll("(?s).*: ", "")))
        .isCloseTo(open, within(1e-3));
    assertThat(alpha(FORGET, 40, 9)).isCloseTo(open, within(0.02));
  }

  @Test
  void picturesFollowTheTheme() throws IOException {
    open("explanation.html");
    page.colours("dark");

    String corner = "(" + CELL + ").getContext('2d').getImageData(0, 0, 1, 1).data[0]";
    assertThat(page.evaluate(corner).asInt()).isLessThan(0x90);
    assertThat(new Pixels(page.screenshot()).count(page.box(".parts"), DARK)).isGreaterThan(50_000);
  }

  @Test
  void theReportOfTheRunShowsItToo() throws IOException {
    open("report.html");

    assertThat(page.text("#explanation h3")).startsWith("Why pump-03 was judged off kilter");
    assertThat(page.evaluate("document.querySelectorAll('#explanation canvas').length").asInt())
        .isEqualTo(12);
  }

  private void open(String file) {
    page = chromium.open(folder.resolve(file), "");
  }

  /** How far a pixel is from the card's white towards the full colour. */
  private double alpha(String canvas, int x, int y) {
    int green =
        page.evaluate(
                "(%s).getContext('2d').getImageData(%d, %d, 1, 1).data[1]".formatted(canvas, x, y))
            .asInt();
    return (255 - green) / (255.0 - 0x26);
  }
}
