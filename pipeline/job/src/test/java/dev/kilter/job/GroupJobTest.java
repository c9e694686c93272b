package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.group.Group;
import dev.kilter.alert.group.GroupMessage;
import dev.kilter.alert.group.Member;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.config.PipelineConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hall whose pumps fail together, beside one in which only two do, on a mini-cluster. */
class GroupJobTest {
  private static final int PUMPS = 20;
  private static final int SECONDS = 60;
  private static final long PERIOD_MILLIS = 2_000;
  private static final PipelinePlan HALLS = TestPipelines.read("halls.yaml");
  private static final PipelinePlan ON_A_GRID = OnAGrid.of(HALLS, PERIOD_MILLIS);
  private static final List<Decoded> RECORDING = recording();

  private static TestRun run;
  private static TestRun runOnAGrid;

  @BeforeAll
  static void runInOrder() throws Exception {
    run = TestRun.of(RECORDING, HALLS, 1);
    runOnAGrid = TestRun.of(RECORDING, ON_A_GRID, 1);
  }

  @Test
  void aHallThatFailsIsOneGroupThatOpensAndCloses() {
    assertThat(run.groups())
        .extracting(GroupJobTest::words)
        .containsExactly(
            "1 open minor @11016",
            "2 open major @12000",
            "3 open major @22000",
            "4 closed major @23019");
    assertThat(run.groups()).extracting(message -> message.group().id()).containsOnly(id());
  }

  @Test
  void itsMembersAreThePumpsOfTheHall() {
    Group last = run.groups().get(3).group();

    assertThat(last.members())
        .extracting(Member::entity)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, PUMPS).mapToObj(pump -> "hall-7/pump-" + pump).toList());
    assertThat(last.others()).isZero();
    assertThat(last.members())
        .extracting(Member::incident)
        .containsExactlyInAnyOrderElementsOf(
            run.alerts().stream()
                .filter(alert -> alert.entity().startsWith("hall-7/"))
                .map(alert -> alert.incident().id())
                .distinct()
                .toList());
    assertThat(run.groups().get(3).summary())
        .isEqualTo(
            "20 entities of pumps in hall-7 within 4 s: temperature led, among them hall-7/pump-0,"
                + " hall-7/pump-4, hall-7/pump-8; over after 13 s");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theAlertsAreTheSameWithoutGroups(int parallelism) throws Exception {
    TestRun without = TestRun.of(RECORDING, withoutGroups(HALLS), parallelism);

    assertThat(without.groups()).isEmpty();
    assertThat(without.alertLines()).isEqualTo(run.alertLines()).hasSizeGreaterThan(3 * PUMPS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void parallelismAndTheOrderOfArrivalChangeNoMessage(int parallelism) throws Exception {
    List<Decoded> shuffled = TroubledPumps.shuffled(RECORDING, new Random(parallelism));
    assertThat(shuffled).isNotEqualTo(RECORDING);

    assertThat(TestRun.of(shuffled, HALLS, parallelism).groups()).isEqualTo(run.groups());
    assertThat(TestRun.of(shuffled, ON_A_GRID, parallelism).groups())
        .isEqualTo(runOnAGrid.groups());
  }

  @Test
  void onRocksDbTheMessagesAreThoseOnTheHeap() throws Exception {
    PipelinePlan onRocksDb = TestPipelines.read("halls.yaml", Map.of("STATE", "rocksdb"));

    assertThat(TestRun.of(RECORDING, onRocksDb, 2).groups()).isEqualTo(run.groups());
  }

  @Test
  void rowsOfAGridAreBehindEventTimeAndTheirGroupsAreFoundAllTheSame() {
    assertThat(runOnAGrid.groups()).isNotEmpty().isNotEqualTo(run.groups());
    assertThat(runOnAGrid.groups())
        .last()
        .extracting(GroupJobTest::words)
        .asString()
        .contains("closed");
  }

  private static String id() {
    return run.groups().get(0).group().id();
  }

  private static String words(GroupMessage message) {
    Group group = message.group();
    return "%d %s %s @%d"
        .formatted(
            group.revision(),
            group.open() ? "open" : "closed",
            group.severity().label(),
            message.timeMillis());
  }

  private static PipelinePlan withoutGroups(PipelinePlan plan) {
    PipelineConfig config = plan.config();
    return new PipelinePlan(
        new PipelineConfig(
            config.name(),
            config.kafka(),
            config.events(),
            config.time(),
            config.health(),
            config.checkpoints(),
            config.delivery(),
            config.detectors(),
            config.runtime(),
            null,
            config.quiet()),
        plan.detectors());
  }

  /** In hall 7 every fourth pump fails a second later than the others; each for eight seconds. */
  private static List<Decoded> recording() {
    List<Decoded> events = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      for (int pump = 0; pump < PUMPS; pump++) {
        events.add(event("hall-7/pump-" + pump, second, pump, true));
      }
      for (int pump = 0; pump < 4; pump++) {
        events.add(event("hall-8/pump-" + pump, second, pump, pump < 2));
      }
    }
    return events;
  }

  private static Event event(String entity, int second, int pump, boolean fails) {
    int begin = 10 + pump % 4;
    boolean hot = fails && second >= begin && second < begin + 8;
    double[] values = {hot ? 9 : 0.5, hot ? 1 : 0.5};
    return new Event(entity, second * 1_000L + pump, values, 0, second, 0);
  }
}
