package dev.kilter.alert.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.AlertStatus;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupSummaryTest {

  @Test
  void manyAreNamedByTheirFirst() {
    Hall hall = Hall.standard();
    IntStream.rangeClosed(1, 12).forEach(pump -> hall.opens("pump-" + pump, 10 + 4 * (pump - 1)));
    hall.passes(100);

    assertThat(hall.last().summary())
        .isEqualTo(
            "12 entities of pumps within 44 s: vibration leads, among them pump-1, pump-2, pump-3");
  }

  @Test
  void fewAreAllNamed() {
    Hall hall = Hall.standard().opens("a", 10).opens("b", 10).opens("c", 10);

    assertThat(hall.last().summary())
        .isEqualTo("3 entities of pumps at once: vibration leads, namely a, b, c");
  }

  @Test
  void whatIsOverSaysAfterHowLong() {
    Hall hall = Hall.standard().opens("a", 10).opens("b", 10).opens("c", 12);
    hall.closes("a", 400).closes("b", 300).closes("c", 350);

    assertThat(hall.last().summary())
        .isEqualTo(
            "3 entities of pumps within 2 s: vibration led, namely a, b, c; over after 7 min");
  }

  @Test
  void thePartOfTheNamesIsToldAndADetectorThatDoesNotMatterIsNot() {
    Group group = Hall.standard().opens("a", 1).opens("b", 2).opens("c", 3).last().group();

    assertThat(new GroupSummary("", "hall-7", group).sentence())
        .isEqualTo("3 entities in hall-7 within 2 s: vibration leads, namely a, b, c");
  }

  @Test
  void ofSeveralChannelsTheMostFrequentComeFirst() {
    Hall hall = Hall.standard().opens("a", 1).opens("b", 1).opens("c", 1);
    Group group = hall.last().group();
    List<Member> members =
        List.of(
            led("a", "flow"),
            led("b", "pressure"),
            led("c", "vibration"),
            led("d", "vibration"),
            led("e", "current"));
    Group mixed =
        new Group(group.id(), 1, true, false, group.severity(), group.times(), 0, members);

    assertThat(new GroupSummary("pumps", "", mixed).sentence())
        .isEqualTo(
            "5 entities of pumps at once: vibration, current, flow lead, among them a, b, c");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 s",
    "1000, 1 s",
    "1001, 2 s",
    "119999, 120 s",
    "120000, 2 min",
    "7200000, 2 h",
    "7199999, 120 min",
    "172799999, 48 h",
    "172800000, 2 d"
  })
  void spansAreRoundedUp(long millis, String text) {
    GroupTimes times = new GroupTimes(5, 5 + millis, 0, 0);
    Group group = Hall.standard().opens("a", 1).opens("b", 1).opens("c", 1).last().group();
    Group spread =
        new Group(group.id(), 1, true, false, group.severity(), times, 0, group.members());

    assertThat(new GroupSummary("", "", spread).sentence())
        .startsWith("3 entities within " + text + ": ");
  }

  private static Member led(String entity, String channel) {
    return Hall.ledBy(Hall.alert(entity, 1, AlertStatus.OPEN, 1), channel);
  }
}
