package dev.kilter.alert.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a group begins, grows, and ends. */
class GroupingTest {
  private final Hall hall = Hall.standard();

  @Test
  void tooFewAreNoGroup() {
    hall.opens("a", 10).opens("b", 11).passes(200);

    assertThat(hall.messages()).isEmpty();
    assertThat(hall.groups().isEmpty()).isTrue();
  }

  @Test
  void enoughThatOpenTogetherAreOneMessage() {
    hall.opens("a", 10).opens("b", 30).opens("c", 70);

    assertThat(hall.words()).containsExactly("1 open minor @70: a b c");
  }

  /** printf 'plant\0pumps\0\0vibration\00010000' | sha256sum | cut -c 1-32 */
  @Test
  void theIdIsMadeOfPipelineKeyChannelAndTheFirstOpening() {
    hall.opens("a", 10).opens("b", 30).opens("c", 70);

    assertThat(hall.last().group().id()).isEqualTo("d53a2c81b0cd2a15017716e2e189dd35");
  }

  @Test
  void whoOpensTooLongAfterTheOthersIsNotOneOfThem() {
    hall.opens("a", 10).opens("b", 12).opens("c", 71);
    assertThat(hall.messages()).isEmpty();

    hall.opens("d", 71);

    assertThat(hall.words()).containsExactly("1 open minor @71: b c d");
  }

  @Test
  void allThatHappensInOneInstantIsOneMessage() {
    List<Member> alerts =
        List.of("a", "b", "c", "d", "e").stream()
            .map(entity -> Hall.alert(entity, 1, AlertStatus.OPEN, 10))
            .toList();

    hall.takes(alerts, 100 * Hall.SECOND_MILLIS).passes(1_000);

    assertThat(hall.words()).containsExactly("1 open minor @10: a b c d e");
  }

  @Test
  void oneEntityThatOpensAgainAndAgainIsNoGroup() {
    for (int second = 10; second < 16; second++) {
      Member alert = Hall.alert("a", 1, AlertStatus.OPEN, second);
      hall.takes(named(alert, "incident-" + second));
    }

    assertThat(hall.messages()).isEmpty();
  }

  @Test
  void anotherChannelIsAnotherGroup() {
    hall.opens("a", 10).opens("b", 11);
    hall.takes(Hall.ledBy(Hall.alert("c", 1, AlertStatus.OPEN, 12), "flow"));
    assertThat(hall.messages()).isEmpty();

    hall.opens("d", 13);

    assertThat(hall.words()).containsExactly("1 open minor @13: a b d");
  }

  @Test
  void whereChannelsDoNotMatterTheyComeTogether() {
    Hall any =
        Hall.of(
            new GroupRule(
                3,
                Duration.ofMinutes(1),
                new GroupBy(true, false, null),
                Duration.ZERO,
                Duration.ofHours(1)));

    any.opens("a", 10).opens("b", 11);
    any.takes(Hall.ledBy(Hall.alert("c", 1, AlertStatus.OPEN, 12), "flow"));

    assertThat(any.words()).containsExactly("1 open minor @12: a b c");
    assertThat(any.last().group().channels()).containsExactly("vibration", "flow");
  }

  @Test
  void anIncidentThatNoChannelLeadsIsInNoGroup() {
    hall.opens("a", 10).opens("b", 11);
    hall.takes(Hall.ledBy(Hall.alert("c", 1, AlertStatus.OPEN, 12), null));

    assertThat(hall.messages()).isEmpty();
  }

  @Test
  void anIncidentThatIsFirstHeardOfLaterIsInNoGroup() {
    hall.opens("a", 10).opens("b", 11).worsens("c", Severity.MAJOR, 12).closes("d", 12);

    assertThat(hall.messages()).isEmpty();
  }

  @Test
  void oneThatHasClosedMeanwhileCountsToo() {
    hall.opens("a", 10).closes("a", 11).opens("b", 12).opens("c", 13);

    assertThat(hall.words()).containsExactly("1 open minor @13: b c");
    assertThat(hall.last().group().members()).hasSize(3);
  }

  @Test
  void whoJoinsIsToldOnceTheOthersHaveBeenQuietForLongEnough() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10);
    hall.opens("d", 20).opens("e", 30).passes(39);
    assertThat(hall.messages()).hasSize(1);

    hall.passes(41);

    assertThat(hall.words().subList(1, 2)).containsExactly("2 open minor @40: a b c d e");
    assertThat(hall.messages()).hasSize(2);
  }

  @Test
  void whoJoinsAfterTheQuietTimeIsToldAtOnce() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10);

    hall.opens("d", 40);

    assertThat(hall.words().subList(1, 2)).containsExactly("2 open minor @40: a b c d");
  }

  @Test
  void aGroupGoesOnAsLongAsIncidentsOpenNearToItsNewest() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10);

    hall.opens("d", 60).opens("e", 120).opens("f", 181).passes(1_000);

    assertThat(hall.last().group().entities()).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void whatIsWorseIsToldAtOnce() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10);

    hall.worsens("b", Severity.MAJOR, 12).worsens("c", Severity.MAJOR, 13).passes(100);

    assertThat(hall.words()).containsExactly("1 open minor @10: a b c", "2 open major @12: a b c");
  }

  @Test
  void aWorseOneThatJoinsIsToldAtOnce() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10);

    hall.takes(Hall.worse(Hall.alert("d", 1, AlertStatus.OPEN, 12), Severity.CRITICAL));
    hall.passes(100);

    assertThat(hall.words())
        .containsExactly("1 open minor @10: a b c", "2 open critical @12: a b c d");
  }

  @Test
  void itIsOverWhenTheLastMemberIs() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10);
    hall.closes("a", 20).closes("c", 21);
    assertThat(hall.messages()).hasSize(1);

    hall.closes("b", 22);

    assertThat(hall.words()).containsExactly("1 open minor @10: a b c", "2 closed minor @22: ");
  }

  @Test
  void whateverChannelLeadsAtTheEndItIsTheSameIncident() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10);

    hall.takes(Hall.ledBy(Hall.alert("a", 2, AlertStatus.CLOSED, 20), "flow"));
    hall.takes(Hall.ledBy(Hall.alert("b", 2, AlertStatus.CLOSED, 20), null));
    hall.closes("c", 20);

    assertThat(hall.words()).last().isEqualTo("2 closed minor @20: ");
    assertThat(hall.last().group().channels()).containsExactly("vibration");
  }

  @Test
  void aMemberThatOpensAgainOpensTheGroupAgain() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10);
    hall.closes("a", 20).closes("b", 20).closes("c", 20);

    hall.opensAgain("b", 300).takes(Hall.alert("b", 4, AlertStatus.CLOSED, 310));

    assertThat(hall.words().subList(1, 4))
        .containsExactly("2 closed minor @20: ", "3 open minor @300: b", "4 closed minor @310: ");
  }

  @Test
  void whoOpensSoonAfterTheEndOpensTheGroupAgain() {
    hall.opens("a", 10).opens("b", 10).opens("c", 10);
    hall.closes("a", 20).closes("b", 20).closes("c", 20);

    hall.opens("d", 25);

    assertThat(hall.words()).last().isEqualTo("3 open minor @25: d");
  }

  private static Member named(Member alert, String incident) {
    return new Member(
        incident,
        alert.revision(),
        alert.detector(),
        alert.entity(),
        alert.channel(),
        alert.severity(),
        alert.status(),
        alert.openedMillis(),
        alert.timeMillis());
  }

  @Test
  void flappingIsOpen() {
    List<AlertStatus> open =
        List.of(AlertStatus.values()).stream().filter(s -> s != AlertStatus.CLOSED).toList();

    assertThat(open)
        .allSatisfy(status -> assertThat(Hall.alert("a", 1, status, 10).isClosed()).isFalse());
  }
}
