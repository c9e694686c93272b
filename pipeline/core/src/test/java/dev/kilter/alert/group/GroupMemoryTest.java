package dev.kilter.alert.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of groups, for how long, and that it does not matter in which steps time passes. */
class GroupMemoryTest {
  private static final int HOUR = 3_600;

  private final Hall hall = Hall.standard();

  @Test
  void anIncidentThatStaysAloneIsForgottenOnceItIsTooLateForAGroup() {
    hall.opens("a", 10);
    assertThat(hall.nextSecond()).isEqualTo(70);

    hall.passes(69);
    assertThat(hall.groups().alone()).hasSize(1);
    hall.passes(70);

    assertThat(hall.groups().isEmpty()).isTrue();
  }

  @Test
  void aGroupThatIsOverIsForgottenWithoutAWord() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10);
    hall.closes("a", 20).closes("b", 20).closes("c", 20);

    hall.passes(20 + HOUR);

    assertThat(hall.messages()).hasSize(2);
    assertThat(hall.groups().isEmpty()).isTrue();
  }

  @Test
  void aGroupOfWhichNothingIsHeardIsClosedAndForgotten() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10).closes("a", 30).passes(30 + HOUR - 1);
    assertThat(hall.messages()).hasSize(1);

    hall.passes(30 + HOUR);

    assertThat(hall.words()).last().isEqualTo("2 closed minor @3630: b c");
    assertThat(hall.last().summary()).endsWith("; nothing was heard of it for 60 min");
    assertThat(hall.groups().isEmpty()).isTrue();
  }

  @Test
  void whatIsHeardOfAMemberKeepsTheGroup() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10).worsens("a", Severity.MINOR, HOUR);

    hall.passes(HOUR + 10);

    assertThat(hall.messages()).hasSize(1);
    assertThat(hall.groups().groups()).hasSize(1);
  }

  @Test
  void atTheEndOfTheInputNewMembersAreToldAndNothingIsForgotten() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10).opens("d", 11).ends();

    assertThat(hall.words())
        .containsExactly("1 open minor @10: a b c", "2 open minor @40: a b c d");
    assertThat(hall.groups().groups()).hasSize(1);
  }

  @Test
  void anAlertOfATimeThatHasPassedCountsAsOfNow() {
    hall.opens("a", 10).opens("b", 10).passes(30);

    hall.takes(List.of(Hall.alert("c", 1, AlertStatus.OPEN, 9)), 30 * Hall.SECOND_MILLIS);

    assertThat(hall.words()).containsExactly("1 open minor @30: c a b");
  }

  @Test
  void whatIsHeardOfLateIsAGroupIfItOpenedTogether() {
    List<Member> late =
        List.of(
            Hall.alert("long before", 1, AlertStatus.OPEN, 200),
            Hall.alert("a", 1, AlertStatus.OPEN, 345),
            Hall.alert("b", 1, AlertStatus.OPEN, 404),
            Hall.alert("c", 1, AlertStatus.OPEN, 406),
            Hall.alert("e", 1, AlertStatus.OPEN, 465),
            Hall.alert("d", 1, AlertStatus.OPEN, 407));
    int now = 1_000 * Hall.SECOND_MILLIS;

    hall.passes(1_000).opens("f", 1_000).takes(late.subList(0, 5), now);
    assertThat(hall.messages()).isEmpty();
    hall.takes(late.subList(5, 6), now);

    assertThat(hall.words()).containsExactly("1 open minor @1000: a b c d e");
  }

  @Test
  void ofVeryManyAThousandAreListedAndTheOthersCounted() {
    IntStream.range(0, 1_200).forEach(pump -> hall.opens("pump-" + pump, 10));
    hall.passes(100);

    assertThat(hall.last().group().members()).hasSize(GroupRule.MOST_MEMBERS);
    assertThat(hall.last().group().others()).isEqualTo(200);
    assertThat(hall.last().summary()).startsWith("1000 entities of pumps and 200 incidents more");
  }

  @Test
  void laterAlertsOfThoseThatAreOnlyCountedCountNoMore() {
    IntStream.range(0, 1_001).forEach(pump -> hall.opens("pump-" + pump, 10));

    hall.worsens("pump-1000", Severity.CRITICAL, 11).passes(100);

    assertThat(hall.last().group().others()).isEqualTo(1);
    assertThat(hall.last().group().severity()).isEqualTo(Severity.MINOR);
  }

  @Test
  void longNamesMakeNoMessageThatIsTooLong() {
    String name = "p".repeat(990);
    IntStream.range(0, 500).forEach(pump -> hall.opens(name + pump, 10));
    hall.passes(100);

    int characters =
        hall.last().group().members().stream().mapToInt(each -> each.entity().length()).sum();
    assertThat(characters).isBetween(190_000, 200_000);
    assertThat(hall.last().group().members().size() + hall.last().group().others()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void inWhichStepsTimePassesChangesNothing(long seed) {
    List<Member> alerts = alerts(new Random(seed));
    Random random = new Random(seed + 100);
    Hall eachSecond = inSteps(alerts, () -> 1);

    hall.takes(alerts, 3 * HOUR * Hall.SECOND_MILLIS);
    Hall inSteps = inSteps(alerts, () -> random.nextInt(100));

    assertThat(eachSecond.messages()).hasSizeGreaterThan(20);
    assertThat(hall.messages()).isEqualTo(eachSecond.messages());
    assertThat(inSteps.messages()).isEqualTo(eachSecond.messages());
    assertThat(inSteps.groups()).isEqualTo(hall.groups());
  }

  private static Hall inSteps(List<Member> alerts, IntSupplier seconds) {
    Hall hall = Hall.standard();
    int from = 0;
    for (long second = 0; second <= 3 * HOUR; second += seconds.getAsInt()) {
      int to = from;
      while (to < alerts.size() && alerts.get(to).timeMillis() <= second * Hall.SECOND_MILLIS) {
        to++;
      }
      hall.takes(alerts.subList(from, to), second * Hall.SECOND_MILLIS);
      from = to;
    }
    return hall.takes(alerts.subList(from, alerts.size()), 3 * HOUR * Hall.SECOND_MILLIS);
  }

  /** An hour in which twenty pumps have one incident after the other. */
  private static List<Member> alerts(Random random) {
    List<Member> alerts = new ArrayList<>();
    for (int pump = 0; pump < 20; pump++) {
      int second = random.nextInt(300);
      for (int incident = 0; second < HOUR; incident++) {
        int opened = second;
        String entity = "pump-" + pump + "/" + incident;
        alerts.add(Hall.alert(entity, 1, AlertStatus.OPEN, opened));
        second += 1 + random.nextInt(200);
        Severity severity = Severity.of(1 << random.nextInt(3));
        alerts.add(Hall.worse(Hall.alert(entity, 2, AlertStatus.OPEN, second), severity));
        second += 1 + random.nextInt(200);
        alerts.add(Hall.worse(Hall.alert(entity, 3, AlertStatus.CLOSED, second), severity));
        second += 1 + random.nextInt(1_000);
      }
    }
    alerts.sort(Member.IN_ORDER);
    return alerts;
  }
}
