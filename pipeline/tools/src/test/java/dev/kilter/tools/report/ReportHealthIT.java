package dev.kilter.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.report.BrowserPage.Box;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stood in the way of judging, as a person sees it in a real browser. */
@Timeout(120)
class ReportHealthIT {
  private static final Color HEALTH = new Color(0x00756b);
  private static final Color HEALTH_DARK = new Color(0x4fd8c4);
  private static final Color SCORE = new Color(0x5b3fc4);
  private static final Color NOT_JUDGED = Pixels.over(new Color(0x66717d), 0.45, Color.WHITE);
  private static final Color MASKED = Pixels.over(HEALTH, 0.5, Color.WHITE);

  private static final int ROWS = 5000;

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static SampleRun run;
  private BrowserPage page;

  @BeforeAll
  static void aReportIsWritten() throws IOException {
    chromium = Chromium.start(folder.resolve("profile"));
    run = new SampleRun(folder, List.of("pump-1", "pump-2", "pump-3"), ROWS, true).write();
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
  void nothingWentWrong() {
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void hasALaneOfHealthInWhichWhatHasNotEndedGoesOn() throws IOException {
    Pixels seen = pixels();
    Box lanes = plot("lanes");

    assertThat(page.text(".lanes .side").split("\n"))
        .containsExactly("Incidents", "Labels", "Health", "Not judged");
    assertThat(seen.count(lanes.part(0.09, 0.21), HEALTH)).isGreaterThan(150);
    assertThat(seen.count(lanes.part(0.89, 1), HEALTH)).isGreaterThan(150);
    assertThat(seen.count(lanes.part(0.25, 0.85), HEALTH)).isZero();
  }

  @Test
  void marksTheMaskedStretchInTheChannelsOwnChartAlone() throws IOException {
    Pixels seen = pixels();

    assertThat(seen.count(channel("pressure").part(0.105, 0.195), MASKED)).isGreaterThan(300);
    assertThat(seen.count(channel("pressure").part(0.25, 1), MASKED)).isLessThan(30);
    assertThat(seen.count(channel("vibration"), MASKED)).isLessThan(30);
    assertThat(page.text("#charts")).contains("masked: flat").contains("masked: jumping");
  }

  @Test
  void saysWhatWasSeenUnderThePointer() {
    Box plot = plot("score-chart");
    page.move(plot.at(0.15), plot.y() + 20);

    assertThat(page.text("#tip"))
        .contains(
            "Health: flat: pressure, pressure has been 3.1 bar; in the end: pressure is 3.2 bar");
    assertThat(page.text("[data-value=\"pressure/observed\"]")).isEqualTo("–");
    assertThat(page.number("pressure/expected")).isBetween(2.0, 4.0);
  }

  @Test
  void goesToTheTroubleThatIsChosenInTheTable() {
    assertThat(page.text("#health"))
        .contains(
            "Health of pump-1", "flat\tpressure\tpressure has been 3.1 bar; in the end: pressure")
        .contains("goes on", "jumping\tflow\t<b>flow</b> moved");

    page.click(page.box("#health tbody tr"));

    assertThat(BrowserPage.instant(page.hash(), "from")).isEqualTo(SampleRun.FROM);
    assertThat(BrowserPage.instant(page.hash(), "to")).isEqualTo(run.at(0.3));
  }

  @Test
  void goesToTheTroubleThatIsClickedInItsLane() {
    Box lanes = plot("lanes");
    page.click(new Box(lanes.at(0.92), lanes.y() + 2 * 26, lanes.width() * 0.02, 26));

    assertThat(BrowserPage.instant(page.hash(), "from"))
        .isEqualTo(run.at(0.7) + 2 * SampleRun.PERIOD);
  }

  @Test
  void draggingOverALaneOnlyZooms() {
    Box lanes = plot("lanes");
    page.drag(new Box(lanes.x(), lanes.y() + 2 * 26, lanes.width(), 26), 0.05, 0.15, false);

    long span = BrowserPage.instant(page.hash(), "to") - BrowserPage.instant(page.hash(), "from");
    assertThat(span / (double) (ROWS * SampleRun.PERIOD)).isBetween(0.08, 0.12);
  }

  @Test
  void timeThatWasNotJudgedLooksDifferentFromALowScore() throws IOException {
    BrowserPage last = chromium.open(report(), "#entity=pump-3");
    Pixels seen = new Pixels(last.screenshot());
    Box score = last.box(".score-chart .u-over");

    assertThat(seen.count(score.part(0.71, 0.79), NOT_JUDGED)).isGreaterThan(1000);
    assertThat(seen.count(score.part(0.71, 0.79), SCORE)).isZero();
    assertThat(seen.count(score.part(0.1, 0.65), NOT_JUDGED)).isLessThan(30);
    assertThat(last.text("#facts")).endsWith("not judged: filling 20, too few channels 500.");
    last.move(score.at(0.75), score.y() + 20);
    assertThat(last.text("[data-value=\"Score/score\"]")).isEqualTo("–");
    assertThat(last.text("[data-value=\"part/flow\"]")).isEqualTo("–");
    assertThat(last.text("#tip"))
        .contains("Not judged: too few channels", "Health: too-few-channels, too few channels: 1");
  }

  @Test
  void isCountedInTheOverview() {
    assertThat(page.text("#summary"))
        .startsWith("3 entities, 2 incidents, 3 health findings, 3.7 % not judged, ");
    assertThat(page.text("#entities").split("\n"))
        .containsSubsequence("pump-1", "2 health findings", "pump-2", "pump-3", "1 health finding");
  }

  @Test
  void isToldBesideTheMeasuresOfTheAlerts() {
    assertThat(page.text("#measures"))
        .contains("Rows that were not judged: filling 60. 0 labels wholly among them")
        .contains("health messages overlap 1 label, of which no alert found 1.");
  }

  @Test
  void isLegibleInTheDark() throws IOException {
    page.click(page.box("#theme"));

    assertThat(pixels().count(plot("lanes"), HEALTH_DARK)).isGreaterThan(300);
  }

  @Test
  void anEntityThatIsSilentIsStillThere() throws IOException {
    Path early = Files.createDirectories(folder.resolve("early"));
    SampleRun shorter = new SampleRun(early, List.of("pump-1", "pump-2"), 300, true).write();
    String silence =
        "{\"health\":\"9\",\"status\":\"%s\",\"kind\":\"silent\",\"entity\":\"pump-1\","
            + "\"since\":\"%s\",\"time\":\"%s\",\"detail\":\"no row\"}\n";
    Instant since = Instant.ofEpochMilli(shorter.at(1.2));
    Instant until = Instant.ofEpochMilli(shorter.at(1.6));
    Files.writeString(
        early.resolve("health.jsonl"),
        silence.formatted("began", since, since) + silence.formatted("ended", since, until));
    shorter.report(early.resolve("report.html"));
    BrowserPage other = chromium.open(early.resolve("report.html"), "#entity=pump-1");

    assertThat(other.text("#range")).contains("to 2026-03-01 01:20:00 UTC");
    Box lanes = other.box(".lanes .u-over");
    assertThat(new Pixels(other.screenshot()).count(lanes.part(0.76, 1), HEALTH))
        .isGreaterThan(150);
  }

  @Test
  void aRunWithoutHealthSaysSoAndWorks() throws IOException {
    Path bare = Files.createDirectories(folder.resolve("bare"));
    SampleRun without = new SampleRun(bare, List.of("pump-1", "pump-2"), 300, true).write();
    Files.delete(bare.resolve("health.jsonl"));
    without.report(bare.resolve("report.html"));
    BrowserPage other = chromium.open(bare.resolve("report.html"), "");

    assertThat(other.text("#missing"))
        .isEqualTo("There is no health, since the run has no health.jsonl.");
    assertThat(other.text(".lanes .side")).doesNotContain("Health").contains("Not judged");
    assertThat(other.text("#summary")).doesNotContain("health");
    assertThat(other.complaints()).isEmpty();
  }

  private Pixels pixels() throws IOException {
    return new Pixels(page.screenshot());
  }

  /** Where the first chart of a kind draws. */
  private Box plot(String kind) {
    return page.box("." + kind + " .u-over");
  }

  private Box channel(String name) {
    return page.boxOf(
        "[...document.querySelectorAll('.channel')].find(row => row.innerText.startsWith('"
            + name
            + "')).querySelector('.u-over')");
  }
}
