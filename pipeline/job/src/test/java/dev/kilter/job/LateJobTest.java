package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Alert;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A gateway is offline for an hour. When it is back it sends what is new first, and then delivers,
 * in between, the hour that it has kept.
 */
class LateJobTest {
  private static final int STEP = 10;
  private static final int HOUR = 3_600;
  private static final int OFFLINE = 600;
  private static final int BACK = OFFLINE + HOUR;
  private static final int DELIVERY = BACK + 100;
  private static final int END = BACK + 900;
  private static final int AT_A_TIME = 12;

  private static List<Decoded> kept;
  private static TestRun without;
  private static TestRun with;

  @BeforeAll
  static void run() throws Exception {
    PipelinePlan plan = TestPipelines.twoChannelsJudgingLate();
    kept = ofPump(1, OFFLINE, BACK);
    without = TestRun.of(inTime(List.of()), plan, 1);
    with = TestRun.of(inTime(kept), plan, 1);
  }

  @Test
  void theAlertsOfWhatCameInTimeAreByteForByteThoseOfARunWithoutTheLate() {
    assertThat(withoutTheLate(with)).isEqualTo(without.alertLines());
    assertThat(without.alertLines()).hasSizeGreaterThan(20);
  }

  @Test
  void whatTheGatewayKeptIsJudgedApartAndItsAlertsAreMarked() {
    assertThat(with.alerts().stream().filter(Alert::late).map(LateJobTest::line).toList())
        .startsWith(
            "pump-1 1 open minor 00:15:10",
            "pump-1 2 open major 00:15:20",
            "pump-1 3 closed major 00:15:50")
        .hasSize(3 * HOUR / 600);
  }

  @Test
  void theyAreWhatTheyHadBeenInTimeButForTheMark() throws Exception {
    TestRun inTime = TestRun.of(kept, TestPipelines.twoChannels(), 1);

    assertThat(with.alertLines().stream().filter(LateJobTest::isLate).map(LateJobTest::unmarked))
        .containsExactlyElementsOf(
            inTime.alertLines().stream().map(LateJobTest::unmarked).toList());
  }

  @Test
  void nothingOfItIsADeadLetter() {
    assertThat(with.deadLetters()).isEmpty();
  }

  @Test
  void whereThatIsNotChosenAllOfItIs() throws Exception {
    TestRun run = TestRun.of(inTime(kept), TestPipelines.twoChannels(), 1);

    assertThat(run.deadLetters()).hasSameSizeAs(kept);
    assertThat(run.alertLines()).isEqualTo(without.alertLines());
  }

  /** Two pumps, one of them behind the gateway; what is late comes between what is in time. */
  private static List<Decoded> inTime(List<Decoded> late) {
    List<Decoded> events = new ArrayList<>();
    int delivered = 0;
    for (int second = 0; second < END; second += STEP) {
      events.addAll(ofPump(2, second, second + STEP));
      if (second < OFFLINE || second >= BACK) {
        events.addAll(ofPump(1, second, second + STEP));
      }
      int until = second < DELIVERY ? 0 : Math.min(late.size(), delivered + AT_A_TIME);
      events.addAll(late.subList(Math.min(delivered, until), until));
      delivered = until;
    }
    return events;
  }

  /** Well, but for 30 s in every 10 minutes. */
  private static List<Decoded> ofPump(int pump, int from, int until) {
    List<Decoded> events = new ArrayList<>();
    for (int second = from; second < until; second += STEP) {
      boolean trouble = second % 600 >= 300 && second % 600 < 330;
      double[] values = trouble ? new double[] {9, 1} : new double[2];
      events.add(new Event("pump-" + pump, second * 1_000L, values, pump, second, 0));
    }
    return events;
  }

  private static List<String> withoutTheLate(TestRun run) {
    return run.alertLines().stream().filter(line -> !isLate(line)).toList();
  }

  private static boolean isLate(String line) {
    return line.contains("\"late\":true,");
  }

  /** Without the mark and the incident's digest, which tells the late apart. */
  private static String unmarked(String line) {
    return line.replace("\"late\":true,", "")
        .replaceFirst("\"incident\":\"[0-9a-f]{32}\",", "")
        .replaceAll(",\"measured\":\\[(\\{[^}]*},?)*]", "");
  }

  private static String line(Alert alert) {
    return String.join(
        " ",
        alert.entity(),
        String.valueOf(alert.incident().revision()),
        alert.status().label(),
        alert.incident().severity().label(),
        Instant.ofEpochMilli(alert.timeMillis()).toString().substring(11, 19));
  }
}
