package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.alert.Alert;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.kafka.AlertJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However events arrive, as long as they say the same: the alerts are the same. */
class ArrivalJobTest {
  private static final int PUMPS = 6;
  private static final int SECONDS = 240;
  private static final int LATENESS_MILLIS = 3_000;
  private static final long PERIOD_MILLIS = 2_000;
  private static final PipelinePlan PER_EVENT = TestPipelines.twoChannels();
  private static final PipelinePlan ON_A_GRID = OnAGrid.of(PER_EVENT, PERIOD_MILLIS);

  private static final List<Event> WIDE = recording();
  private static List<String> expectedPerEvent;
  private static List<String> expectedOnAGrid;

  @BeforeAll
  static void runAsTheyAre() throws Exception {
    expectedPerEvent = alerts(WIDE, PER_EVENT);
    expectedOnAGrid = alerts(WIDE, ON_A_GRID);
    assertThat(expectedPerEvent).hasSizeGreaterThan(5 * PUMPS);
    assertThat(expectedOnAGrid).hasSizeGreaterThan(5 * PUMPS).isNotEqualTo(expectedPerEvent);
  }

  static Stream<Long> seeds() {
    return Stream.of(1L, 2L, 3L, 4L);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyOrderWithinTheLatenessAnyDoublesAnySplitGiveTheSameAlerts(long seed) throws Exception {
    List<Event> messed = messed(new Random(seed));
    assertThat(messed).hasSizeGreaterThan(WIDE.size() * 3 / 2);
    assertThat(alerts(messed, PER_EVENT)).isEqualTo(expectedPerEvent);
    assertThat(alerts(messed, ON_A_GRID)).isEqualTo(expectedOnAGrid);
  }

  private static List<Event> messed(Random random) {
    record Arrival(long atMillis, Event event) {}
    return WIDE.stream()
        .flatMap(event -> split(event, random))
        .flatMap(event -> random.nextInt(3) == 0 ? Stream.of(event, event) : Stream.of(event))
        .map(event -> new Arrival(event.timeMillis() + random.nextInt(LATENESS_MILLIS), event))
        .sorted(Comparator.comparingLong(Arrival::atMillis))
        .map(Arrival::event)
        .toList();
  }

  private static Stream<Event> split(Event wide, Random random) {
    if (random.nextBoolean()) {
      return Stream.of(wide);
    }
    List<Event> parts = new ArrayList<>();
    for (int channel = 0; channel < wide.values().length; channel++) {
      double[] one = new double[wide.values().length];
      Arrays.fill(one, Double.NaN);
      one[channel] = wide.values()[channel];
      parts.add(
          new Event(
              wide.entity(), wide.timeMillis(), one, wide.partition(), wide.offset(), channel));
    }
    return parts.stream();
  }

  private static List<Event> recording() {
    Random random = new Random(11);
    List<Event> events = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      for (int pump = 0; pump < PUMPS; pump++) {
        boolean trouble = (second + 7 * pump) % 40 < 12;
        double vibration = random.nextInt(10) == 0 ? Double.NaN : Math.abs(random.nextGaussian());
        double[] values = {(trouble ? 9 : 0) + random.nextGaussian(), vibration};
        long millis = second * 1_000L + 100L * pump;
        events.add(new Event("pump-" + pump, millis, values, pump % 3, events.size(), 0));
      }
    }
    return events;
  }

  /** Without the offsets, which do tell how events arrived. */
  private static List<String> alerts(List<Event> events, PipelinePlan plan) throws Exception {
    TestRun run = TestRun.of(List.<Decoded>copyOf(events), plan, 2);
    assertThat(run.deadLetters()).isEmpty();
    return run.alerts().stream().map(ArrivalJobTest::withoutOffsets).toList();
  }

  private static String withoutOffsets(Alert alert) {
    ObjectNode json = AlertJson.node(alert, "events");
    json.withObject("evidence").remove("offsets");
    return json.toString();
  }
}
