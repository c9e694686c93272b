package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.health.Ailment;
import dev.kilter.health.HealthKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlertSummaryTest {
  private static final long SINCE = 1_000_000;
  private static final ChannelPart VIBRATION = new ChannelPart("vibration", 1.92, 0.4, 0.7);
  private static final ChannelPart BEARING = new ChannelPart("bearing", 74, 71.25, 0.2);
  private static final ChannelPart FLOW = new ChannelPart("flow", 3, 3, 0.1);

  @Test
  void saysWhatLeadsByHowMuchAndWhatFollows() {
    assertThat(summary(AlertCause.OPENED, List.of(VIBRATION, BEARING, FLOW)))
        .isEqualTo(
            "vibration is 1.92, 4.8 times what its history says, bearing follows;"
                + " the score is 2.25 times its threshold");
  }

  @Test
  void aChannelThatDiffersByLittleIsToldWithBothValues() {
    assertThat(summary(AlertCause.OPENED, List.of(BEARING)))
        .startsWith("bearing is 74 where its history says 71.3; ");
  }

  @Test
  void aModelWithoutExpectationOnlySaysWhatLeads() {
    ChannelPart alone = new ChannelPart("vibration", 1.9, Double.NaN, 1);
    assertThat(summary(AlertCause.OPENED, List.of(alone))).startsWith("vibration leads; ");
  }

  @Test
  void thatTheChannelThatLeadsIsStuckComesFirst() {
    Ailment stuck = new Ailment(HealthKind.FLAT, "vibration", SINCE);
    assertThat(summary(AlertCause.WORSENED, List.of(VIBRATION, BEARING), stuck))
        .startsWith(
            "worse: vibration has been stuck since 1970-01-01T00:16:40Z;"
                + " vibration is 1.92, 4.8 times what its history says, bearing follows; ");
  }

  @Test
  void thatAnotherChannelIsStuckOrAllIsMeasuredAnewIsNotInTheSentence() {
    Ailment other = new Ailment(HealthKind.FLAT, "bearing", SINCE);
    Ailment anew = new Ailment(HealthKind.REBASELINED, "vibration", SINCE);
    assertThat(summary(AlertCause.OPENED, List.of(VIBRATION, BEARING), other, anew))
        .isEqualTo(summary(AlertCause.OPENED, List.of(VIBRATION, BEARING)));
  }

  @ParameterizedTest
  @EnumSource(HealthKind.class)
  void everyKindOfHealthHasAPhraseOfItsOwn(HealthKind kind) {
    assertThat(kind.phrase()).startsWith("has ");
    assertThat(List.of(HealthKind.values())).extracting(HealthKind::phrase).doesNotHaveDuplicates();
  }

  @Test
  void twoThatFollowAreNamedTogether() {
    ChannelPart other = new ChannelPart("flow", 3, 9, 0.3);
    assertThat(summary(AlertCause.OPENED, List.of(VIBRATION, other, BEARING)))
        .contains(", flow and bearing follow;");
  }

  @Test
  void theEndSaysHowLongItWasAndItsWorst() {
    assertThat(summary(AlertCause.CLOSED, List.of(VIBRATION)))
        .isEqualTo("over after 12 min 5 s; at its worst the score was 3 times its threshold");
  }

  @Test
  void withoutChannelsThereIsTheScore() {
    assertThat(summary(AlertCause.OPENED, List.of()))
        .isEqualTo("the score is 2.25 times its threshold");
  }

  @Test
  void everyCauseHasASentenceOfItsOwnButTheTwoThatSayHowLongItIs() {
    assertThat(List.of(AlertCause.values()))
        .extracting(cause -> summary(cause, List.of(VIBRATION)))
        .filteredOn(sentence -> !sentence.startsWith("for 12 min 5 s now: "))
        .hasSize(AlertCause.values().length - 2)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "-1.005, -1",
    "4.8149, 4.81",
    "1234.5, 1230",
    "0.00123456, 0.00123",
    "99999, 100000",
    "1e20, 1E+20",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void numbersHaveThreeDigits(double value, String said) {
    assertThat(SpokenNumbers.number(value)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "-5, 0 ms",
    "59999, 59 s",
    "60000, 1 min",
    "3599999, 59 min 59 s",
    "3600000, 1 h",
    "7500000, 2 h 5 min",
    "86400000, 1 d",
    "183600000, 2 d 3 h"
  })
  void durationsHaveTwoUnits(long millis, String said) {
    assertThat(SpokenNumbers.duration(millis)).isEqualTo(said);
  }

  private static String summary(AlertCause cause, List<ChannelPart> channels, Ailment... health) {
    Incident incident =
        new Incident(
            "5b1f",
            SINCE,
            SINCE + 5,
            0,
            Severity.MAJOR,
            12,
            7,
            false,
            false,
            null,
            new Telling(1, SINCE + 5, 0, true, null, Double.NaN));
    Findings findings =
        new Findings(
            9,
            4,
            12,
            channels,
            List.of(),
            new ModelReference("flat", "1", "hash"),
            new Evidence(0, 1, 10, 9, List.of()),
            List.of(health));
    return AlertSummary.of(
        new Alert(
            "pumps",
            "pump-1",
            incident,
            AlertStatus.OPEN,
            SINCE + 725_000,
            findings,
            false,
            cause));
  }
}
