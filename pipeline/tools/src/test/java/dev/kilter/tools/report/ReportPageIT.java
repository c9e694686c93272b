package dev.kilter.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.report.BrowserPage.Box;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page as a person sees it, in a real browser: what is drawn, and what hands can do. */
@Timeout(120)
class ReportPageIT {
  private static final String NASTY = "</script><img src=x onerror=alert(1)>";
  private static final Color SCORE = new Color(0x5b3fc4);
  private static final Color SCORE_DARK = new Color(0xb7a1ff);
  private static final Color OBSERVED = new Color(0x1f5fbf);
  private static final Color EXPECTED = new Color(0xf2b34d);
  private static final Color CRITICAL = new Color(0xcf2f2a);
  private static final Color BAND = Pixels.over(CRITICAL, 0.2, Color.WHITE);
  private static final Color HEAT = new Color(0xb3261e);

  private static final int ROWS = 5000;

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static SampleRun run;
  private BrowserPage page;

  @BeforeAll
  static void aReportIsWritten() throws IOException {
    chromium = Chromium.start(folder.resolve("profile"));
    run = new SampleRun(folder, List.of("pump-1", NASTY, "pump-3"), ROWS, true).write();
    run.report(report(), "--labels", run.labels(), "--evaluation", run.evaluation());
  }

  private static Path report() {
    return folder.resolve("report.html");
  }

  @AfterAll
  static void theBrowserEnds() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openThePage() {
    page = chromium.open(report(), "#entity=pump-1");
  }

  @AfterEach
  void nothingWentWrongAndNothingWasFetched() {
    assertThat(page.complaints()).isEmpty();
    assertThat(page.requests()).allMatch(address -> address.startsWith("file:")).isNotEmpty();
  }

  @Test
  void drawsTheScoreAndTheIncidentsBandWhereTheyAre() throws IOException {
    Pixels seen = pixels();
    Box plot = plot("score-chart");

    assertThat(seen.count(plot.part(0.1, 0.4), SCORE)).isGreaterThan(200);
    assertThat(seen.count(plot.part(0.5, 0.6), BAND)).isGreaterThan(2000);
    assertThat(seen.count(plot.part(0.1, 0.45), BAND)).isZero();
    assertThat(seen.count(plot.part(0.65, 0.9), BAND)).isZero();
  }

  @Test
  void drawsWhatWasObservedAndWhichChannelItWas() throws IOException {
    Pixels seen = pixels();
    Box heat = plot("heat");
    Box vibration =
        new Box(heat.at(0.51), heat.y() + heat.height() * 2 / 3, heat.width() * 0.08, 18);

    assertThat(seen.count(plot("channel"), OBSERVED)).isGreaterThan(300);
    assertThat(seen.count(plot("channel"), EXPECTED)).isGreaterThan(300);
    assertThat(seen.count(vibration, HEAT)).isGreaterThan(500);
    assertThat(seen.count(heat.part(0.1, 0.4), HEAT)).isZero();
  }

  @Test
  void choosesAnotherEntity() throws IOException {
    page.click(page.boxOf("[...document.querySelectorAll('#entities button')].at(-1)"));

    assertThat(page.text("#entity")).isEqualTo("pump-3");
    assertThat(page.hash()).isEqualTo("#entity=pump-3");
    assertThat(page.text("#incidents")).contains("None.");
    assertThat(pixels().count(plot("score-chart"), BAND)).isZero();
  }

  @Test
  void findsAnEntityByAPartOfItsName() {
    page.click(page.box("#search"));
    page.call("Input.insertText", "text", "MP-3");

    assertThat(page.text("#entities")).contains("pump-3").doesNotContain("pump-1");
    assertThat(page.text("#found")).isEqualTo("1 of 3 entities");
  }

  @Test
  void showsTheValuesOfAllChartsUnderThePointer() {
    Box plot = plot("channel");
    page.move(plot.at(0.55), plot.y() + 20);

    assertThat(page.number("Score/score")).isBetween(10.0, SampleRun.PEAK);
    assertThat(page.number("Score/threshold")).isEqualTo(SampleRun.THRESHOLD);
    assertThat(page.number("vibration/observed")).isBetween(2.0, 3.2);
    assertThat(page.number("vibration/expected")).isEqualTo(1.2);
    assertThat(page.text("[data-value=\"part/vibration\"]")).isEqualTo("80\u00a0%");
    assertThat(page.text("#tip"))
        .contains("UTC", "Incident: critical, peak 16, vibration 80\u00a0%", "Label: imbalance");
  }

  @Test
  void zoomsByDraggingAndBackByADoubleClick() {
    Box plot = plot("score-chart");
    String before = page.hash();
    page.drag(plot, 0.4, 0.7, false);
    String zoomed = page.hash();
    page.doubleClick(plot);

    assertThat(shareOfTime(zoomed, "from")).isBetween(0.38, 0.42);
    assertThat(shareOfTime(zoomed, "to")).isBetween(0.68, 0.72);
    assertThat(page.hash()).isEqualTo(before).doesNotContain("from=");
  }

  @Test
  void pansByDraggingWithShift() {
    page.drag(plot("score-chart"), 0.4, 0.6, false);
    page.drag(plot("channel"), 0.2, 0.7, true);

    assertThat(shareOfTime(page.hash(), "from")).isBetween(0.28, 0.32);
    assertThat(shareOfTime(page.hash(), "to")).isBetween(0.48, 0.52);
  }

  @Test
  void zoomsToAnIncidentThatIsClicked() throws IOException {
    page.click(page.box("#incidents tbody tr"));

    long length = run.troubleTo() - run.troubleFrom();
    assertThat(BrowserPage.instant(page.hash(), "from")).isEqualTo(run.troubleFrom() - length);
    assertThat(BrowserPage.instant(page.hash(), "to")).isEqualTo(run.troubleTo() + length);
    assertThat(pixels().count(plot("score-chart").part(0.34, 0.66), BAND)).isGreaterThan(5000);
  }

  @Test
  void opensWhereTheAddressSays() {
    page.drag(plot("score-chart"), 0.4, 0.6, false);
    String address = page.evaluate("location.hash").asText();
    BrowserPage again = chromium.open(report(), address);

    assertThat(again.evaluate("location.hash").asText()).isEqualTo(address);
    assertThat(again.text("#range")).isEqualTo(page.text("#range"));
  }

  @Test
  void drawsOnlyTheChannelsThatAreChosen() {
    page.click(page.box("#channels input[value=flow]"));

    assertThat(page.text("#charts"))
        .doesNotContain("flow\nobserved")
        .contains("vibration\nobserved");
  }

  @Test
  void turnsDarkAtThePressOfAButtonAndWithTheSystem() throws IOException {
    page.click(page.box("#theme"));
    assertThat(pixels().count(plot("score-chart").part(0.1, 0.4), SCORE_DARK)).isGreaterThan(200);
    page.click(page.box("#theme"));
    assertThat(pixels().count(plot("score-chart").part(0.1, 0.4), SCORE)).isGreaterThan(200);
    BrowserPage other = chromium.open(report(), "");
    other.colours("dark");
    assertThat(other.evaluate("document.documentElement.dataset.theme").asText()).isEqualTo("dark");
  }

  @Test
  void showsANameThatLooksLikeMarkupAsItIs() {
    page.evaluate(
        "void [...document.querySelectorAll('#entities button')]"
            + ".find(button => button.title.startsWith('<')).click()");

    assertThat(page.text("#entity")).isEqualTo(NASTY);
    assertThat(page.evaluate("document.querySelectorAll('img').length").asInt()).isZero();
  }

  @Test
  void saysHowMuchOfTheDataALineShows() {
    assertThat(page.text("#facts"))
        .startsWith("Each line shows 2,500 points of 5,000 moments: lowest and highest of every 4.")
        .endsWith("4,980 scores; not judged: filling 20.");
  }

  @Test
  void showsMeasuresAndDeadLetters() {
    assertThat(page.text("#measures").split("\n")).anyMatch(row -> row.startsWith("Kilter\t0.813"));
    assertThat(page.text("#measures")).contains("1 of 2", "1 min 30 s", "–");
    assertThat(page.text("#dead-letters")).contains("late\t2", "not-json\t1");
  }

  @Test
  void saysWhatIsMissingWhereScoresDoNotExplainThemselves() throws IOException {
    Path bare = Files.createDirectories(folder.resolve("bare"));
    SampleRun unexplained = new SampleRun(bare, List.of("pump-1", "pump-2"), 300, false).write();
    unexplained.report(bare.resolve("report.html"));
    BrowserPage other = chromium.open(bare.resolve("report.html"), "");

    assertThat(other.text("#missing")).contains("no line of what was expected", "no heat map");
    assertThat(other.text("#charts")).contains("observed").doesNotContain("expected");
    assertThat(other.evaluate("document.querySelectorAll('.heat').length").asInt()).isZero();
  }

  @Test
  void printsTheEntityInLightColoursWithoutControls() {
    page.click(page.box("#theme"));
    page.evaluate(
        "window.printed = []; addEventListener('beforeprint',"
            + " () => printed.push(document.documentElement.dataset.theme)); 0");
    String pdf = page.call("Page.printToPDF", "printBackground", true).get("data").asText();
    page.call("Emulation.setEmulatedMedia", "media", "print");

    assertThat(pdf.length()).isGreaterThan(10_000);
    assertThat(page.evaluate("printed").toString()).isEqualTo("[\"light\"]");
    assertThat(page.evaluate("getComputedStyle(document.querySelector('nav')).display").asText())
        .isEqualTo("none");
  }

  private Pixels pixels() throws IOException {
    return new Pixels(page.screenshot());
  }

  /** Where the first chart of a kind draws. */
  private Box plot(String kind) {
    return page.box("." + kind + " .u-over");
  }

  /** A time in the address as a share of the whole run. */
  private static double shareOfTime(String hash, String name) {
    return (BrowserPage.instant(hash, name) - SampleRun.FROM) / ((ROWS - 1.0) * SampleRun.PERIOD);
  }
}
