package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A partition of which nothing but rubbish has come for {@code idle-after} is idle. Event time
 * stands then, and no end of the input is near.
 */
class IdleJobTest {
  private static final int IDLE_AFTER = 30;
  private static final int TROUBLE = 10;
  private static final int NEWEST = 15;
  private static final int END = 20;

  private static final PipelinePlan PLAN = TestPipelines.twoChannels();

  private static List<String> expected;

  @BeforeAll
  static void runWithoutAnyIdleTime() throws Exception {
    expected = TestRun.of(seconds(0, END), PLAN, 1).alertLines();
    assertThat(expected).hasSize(3);
  }

  @Test
  void whatIsHeldLeavesOnceAllIsIdle() throws Exception {
    List<Decoded> records = seconds(0, NEWEST + 1);
    records.addAll(rubbish(IDLE_AFTER + 1));
    Event earlier = new Event("pump-1", NEWEST * 1_000L - 500, new double[2], 0, 777, 0);
    records.add(earlier);
    records.addAll(seconds(NEWEST + 1, END));

    TestRun run = TestRun.of(records, PLAN, 1);

    assertThat(late(run))
        .containsExactly(
            "pump-1 was already judged up to 1970-01-01T00:00:15Z;"
                + " the event came 500 ms behind that");
    assertThat(run.alertLines().stream().map(IdleJobTest::withoutToldValues).toList())
        .isEqualTo(expected);
  }

  /** Where an event came too late the evidence tells all values, since its records tell more. */
  private static String withoutToldValues(String alert) {
    return alert.replaceAll(",\"measured\":\\[(\\{[^}]*},?)*]", "");
  }

  @Test
  void beforeThatItWaitsForWhatIsNoLaterThanAllowed() throws Exception {
    List<Decoded> records = seconds(0, NEWEST + 1);
    records.addAll(rubbish(IDLE_AFTER));
    records.add(new Event("pump-1", NEWEST * 1_000L - 500, new double[2], 0, 777, 0));

    assertThat(late(TestRun.of(records, PLAN, 1))).isEmpty();
  }

  @Test
  void anIdleTimeChangesNoAlert() throws Exception {
    List<Decoded> records = seconds(0, NEWEST + 1);
    records.addAll(rubbish(3 * IDLE_AFTER));
    records.addAll(seconds(NEWEST + 1, END));

    assertThat(TestRun.of(records, PLAN, 1).alertLines()).isEqualTo(expected);
  }

  private static List<Decoded> seconds(int from, int until) {
    List<Decoded> events = new ArrayList<>();
    for (int second = from; second < until; second++) {
      double[] values = second >= TROUBLE && second < NEWEST ? new double[] {9, 1} : new double[2];
      events.add(new Event("pump-1", second * 1_000L, values, 0, second, 0));
    }
    return events;
  }

  private static List<Decoded> rubbish(int records) {
    List<Decoded> letters = new ArrayList<>();
    for (int offset = 0; offset < records; offset++) {
      RecordPosition place = new RecordPosition("events", 0, 100 + offset);
      letters.add(new DeadLetter(place, -1, null, null, DeadLetterReason.NULL_VALUE, "null"));
    }
    return letters;
  }

  private static List<String> late(TestRun run) {
    return run.deadLetters().stream()
        .filter(letter -> letter.reason() == DeadLetterReason.LATE)
        .map(DeadLetter::detail)
        .toList();
  }
}
