package dev.kilter.alert.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.EntityPattern;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuietTimesTest {
  private static final QuietTime MAINTENANCE = quiet("maintenance", "pump-*", 100, 200);
  private static final QuietTime REBUILD = quiet("rebuild", "pump-1*", 150, 400);

  @Test
  void withoutAnyNothingIsQuiet() {
    assertThat(QuietTimes.none().covering("pumps", "pump-1", 150)).isNull();
  }

  @Test
  void anEntityIsQuietFromTheBeginningUpToTheEnd() {
    QuietTimes times = of(MAINTENANCE);

    assertThat(times.covering("pumps", "pump-1", 99)).isNull();
    assertThat(times.covering("pumps", "pump-1", 100)).isEqualTo(new Quiet("maintenance", 200));
    assertThat(times.covering("pumps", "pump-1", 199)).isEqualTo(new Quiet("maintenance", 200));
    assertThat(times.covering("pumps", "pump-1", 200)).isNull();
  }

  @Test
  void anEntityThatDoesNotMatchIsNotQuiet() {
    assertThat(of(MAINTENANCE).covering("pumps", "fan-1", 150)).isNull();
  }

  @Test
  void namedDetectorsAreQuietAndOthersAreNot() {
    QuietTimes times =
        of(
            new QuietTime(
                "test", EntityPattern.of("*"), List.of("pumps", "fans"), new TimeWindow(100, 200)));

    assertThat(times.covering("pumps", "pump-1", 150)).isNotNull();
    assertThat(times.covering("fans", "pump-1", 150)).isNotNull();
    assertThat(times.covering("motors", "pump-1", 150)).isNull();
  }

  @Test
  void ofSeveralTheOneThatEndsLastIsNamed() {
    assertThat(of(MAINTENANCE, REBUILD).covering("pumps", "pump-17", 160))
        .isEqualTo(new Quiet("rebuild", 400));
    assertThat(of(REBUILD, MAINTENANCE).covering("pumps", "pump-17", 160))
        .isEqualTo(new Quiet("rebuild", 400));
    assertThat(of(REBUILD, MAINTENANCE).covering("pumps", "pump-2", 160))
        .isEqualTo(new Quiet("maintenance", 200));
  }

  @Test
  void ofSeveralThatEndTogetherTheFirstIsNamed() {
    QuietTime again = quiet("again", "*", 120, 200);

    assertThat(of(MAINTENANCE, again).covering("pumps", "pump-1", 150))
        .isEqualTo(new Quiet("maintenance", 200));
    assertThat(of(again, MAINTENANCE).covering("pumps", "pump-1", 150))
        .isEqualTo(new Quiet("again", 200));
  }

  @Test
  void theAnswerIsThatOfTheWindowsThemselvesForAnyQuestion() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      QuietTimes times = drawn(random);
      for (int question = 0; question < 50; question++) {
        String detector = "d" + random.nextInt(3);
        String entity = "e" + random.nextInt(3);
        long time = random.nextInt(120);
        assertThat(times.covering(detector, entity, time))
            .isEqualTo(lastOfAll(times, detector, entity, time));
      }
    }
  }

  @Test
  void theyTravelToTheMachinesThatRunTheJob() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(of(MAINTENANCE, REBUILD));
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(of(MAINTENANCE, REBUILD));
    }
  }

  private static QuietTimes drawn(Random random) {
    List<QuietTime> all = new ArrayList<>();
    for (int number = random.nextInt(5); number >= 0; number--) {
      int from = random.nextInt(100);
      String entities = random.nextBoolean() ? "*" : "e" + random.nextInt(3);
      List<String> detectors = random.nextBoolean() ? List.of() : List.of("d" + random.nextInt(3));
      all.add(
          new QuietTime(
              "q" + number,
              EntityPattern.of(entities),
              detectors,
              new TimeWindow(from, from + 1 + random.nextInt(20))));
    }
    return new QuietTimes(all);
  }

  private static Quiet lastOfAll(QuietTimes times, String detector, String entity, long time) {
    Quiet last = null;
    for (QuietTime each : times.all()) {
      TimeWindow window = (TimeWindow) each.recurrence();
      boolean meant =
          (each.detectors().isEmpty() || each.detectors().contains(detector))
              && (each.entities().toString().equals("*")
                  || each.entities().toString().equals(entity));
      boolean later = last == null || last.untilMillis() < window.untilMillis();
      if (meant && window.fromMillis() <= time && time < window.untilMillis() && later) {
        last = new Quiet(each.name(), window.untilMillis());
      }
    }
    return last;
  }

  private static QuietTime quiet(String name, String entities, long from, long until) {
    return new QuietTime(name, EntityPattern.of(entities), List.of(), new TimeWindow(from, until));
  }

  private static QuietTimes of(QuietTime... times) {
    return new QuietTimes(List.of(times));
  }
}
