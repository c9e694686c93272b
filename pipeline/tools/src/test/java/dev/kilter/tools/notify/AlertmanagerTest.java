package dev.kilter.tools.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertmanagerTest {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private Instant clock = Instant.parse("2026-03-01T13:00:00Z");
  private long nanos = Long.MAX_VALUE / 2;
  private final Alertmanager alertmanager =
      new Alertmanager(new AlertmanagerForm("test", () -> clock), EVERY, () -> nanos);

  @Test
  void anOpenIncidentFiresUnderItsLabels() {
    JsonNode alert = posted(Notices.open("5b1f", 1, "major")).get(0);

    assertThat(alert.path("labels").toString())
        .isEqualTo(
            ("{'alertname':'KilterIncident','pipeline':'test','detector':'pumps',"
                    + "'entity':'pump-17','incident':'5b1f','severity':'major',"
                    + "'channel':'vibration'}")
                .replace('\'', '"'));
    assertThat(alert.path("startsAt").asText()).isEqualTo("2026-03-01T12:00:07Z");
    assertThat(alert.has("endsAt")).isFalse();
  }

  @Test
  void annotationsTellOfTheIncident() {
    JsonNode alert = posted(Notices.open("5b1f", 1, "major")).get(0);

    assertThat(alert.path("annotations").toString())
        .isEqualTo(
            ("{'summary':'pump-17: major trouble, led by vibration.','description':'vibration 1.90,"
                    + " expected 0.400 (part 81 %); looks like bearing-wear (80 %)',"
                    + "'status':'open','score':'9.4','threshold':'4.1','peak':'11.0',"
                    + "'revision':'1','model':'pump-lstm-ae/1'}")
                .replace('\'', '"'));
  }

  @Test
  void theSentenceOfTheAlertIsItsSummary() {
    String json =
        Notices.json("a", 1, "open", "major").replace("{\"inc", "{\"summary\":\"So.\",\"inc");

    assertThat(posted(Notices.notice(json)).at("/0/annotations/summary").asText()).isEqualTo("So.");
  }

  @Test
  void whatIsWrongWithAChannelIsAnAnnotation() {
    String health =
        "{\"health\":[{\"kind\":\"flat\",\"channel\":\"flow\",\"since\":\"2026-03-01T11:58:20Z\"},"
            + "{\"kind\":\"silent\",\"since\":\"2026-03-01T11:59:00Z\"}],\"inc";
    String json = Notices.json("a", 1, "open", "major").replace("{\"inc", health);

    assertThat(posted(Notices.notice(json)).at("/0/annotations/health").asText())
        .isEqualTo("flow flat since 2026-03-01T11:58:20Z; silent since 2026-03-01T11:59:00Z");
  }

  @Test
  void aGroupIsAnAlertOfItsOwn() {
    JsonNode alert = posted(Notices.notice(Notices.group("g", "pumps", "pump-1"))).get(0);

    assertThat(alert.path("labels").toString())
        .isEqualTo(
            ("{'alertname':'KilterGroup','pipeline':'test','group':'g','severity':'major',"
                    + "'channel':'vibration'}")
                .replace('\'', '"'));
    assertThat(alert.at("/annotations/description").asText())
        .isEqualTo("pump-1 (pumps, major, open)");
  }

  @Test
  void aClosedIncidentEndsWhenItWasClosed() {
    alertmanager.post(Notices.open("a", 1));

    assertThat(told(Notices.closed("a", 2))).containsExactly("minor until 2026-03-01T12:00:31Z");
  }

  @Test
  void whatIsClosedInTimeToComeEndsNow() {
    clock = Instant.parse("2026-03-01T12:00:20Z");
    alertmanager.post(Notices.open("a", 1));

    assertThat(told(Notices.closed("a", 2))).containsExactly("minor until 2026-03-01T12:00:20Z");
  }

  @Test
  void whatEndsDoesNotBeginLater() {
    clock = Instant.parse("2026-03-01T11:00:00Z");
    JsonNode alert = posted(Notices.closed("a", 1)).get(0);

    assertThat(alert.path("startsAt")).isEqualTo(alert.path("endsAt"));
  }

  @Test
  void anotherSeverityResolvesWhatFiredAndFiresAnew() {
    alertmanager.post(Notices.open("a", 1, "minor"));

    assertThat(told(Notices.open("a", 2, "major")))
        .containsExactly("minor until 2026-03-01T12:00:31Z", "major");
    assertThat(told(Notices.open("a", 3, "major"))).containsExactly("major");
  }

  @Test
  void whatIsClosedIsResolvedUnderTheLabelsUnderWhichItFired() {
    alertmanager.post(Notices.open("a", 1, "major"));

    assertThat(told(Notices.closed("a", 2))).containsExactly("major until 2026-03-01T12:00:31Z");
  }

  @Test
  void anotherChannelThatLeadsIsNoOtherAlert() {
    alertmanager.post(Notices.open("a", 1));
    String json = Notices.json("a", 2, "open", "minor").replace("vibration", "pressure");
    JsonNode alerts = posted(Notices.notice(json));

    assertThat(alerts).hasSize(1);
    assertThat(alerts.at("/0/labels/channel").asText()).isEqualTo("vibration");
  }

  @Test
  void anIncidentThatOpensAgainFiresAgain() {
    alertmanager.post(Notices.open("a", 1));
    alertmanager.post(Notices.closed("a", 2));

    assertThat(told(Notices.open("a", 3))).containsExactly("minor");
  }

  @Test
  void whatFiresIsDueAgainAfterAWhileAndWhatIsClosedIsNot() {
    alertmanager.post(Notices.open("a", 1));
    alertmanager.post(Notices.open("b", 1));
    alertmanager.post(Notices.closed("b", 2));
    assertThat(alertmanager.due()).isEmpty();
    nanos += EVERY.toNanos();

    assertThat(alertmanager.due()).extracting(Notice::id).containsExactly("a");
    assertThat(alertmanager.due()).isEmpty();
    assertThat(alertmanager.again(Notices.open("a", 1))).isPresent();
    assertThat(alertmanager.again(Notices.open("b", 1))).isEmpty();
  }

  @Test
  void whatWasToldAnewMeanwhileIsDueLater() {
    alertmanager.post(Notices.open("a", 1));
    nanos += EVERY.toNanos() / 2;
    alertmanager.post(Notices.open("a", 2));
    nanos += EVERY.toNanos() / 2;

    assertThat(alertmanager.due()).isEmpty();
  }

  @Test
  void whatAnEarlierRunToldIsKnownAndDueAtOnce() {
    alertmanager.remember(Notices.open("a", 1, "minor"));
    alertmanager.remember(Notices.open("b", 1));
    alertmanager.remember(Notices.closed("b", 2));

    assertThat(alertmanager.due()).extracting(Notice::id).containsExactly("a");
    assertThat(told(Notices.open("a", 2, "major")))
        .containsExactly("minor until 2026-03-01T12:00:31Z", "major");
  }

  @Test
  void whatAnotherRunNowReadsIsNotDueAnyMore() {
    alertmanager.remember(Notices.open("a", 1));
    alertmanager.forget(Set.of(Notices.PARTITION));

    assertThat(alertmanager.due()).isEmpty();
  }

  @Test
  void whatWasRefusedIsNotDueAnyMore() {
    Notice notice = Notices.open("a", 1);
    alertmanager.remember(notice);
    alertmanager.drop(notice);

    assertThat(alertmanager.due()).isEmpty();
  }

  /** The alerts of a post: their severity, and when they end. */
  private List<String> told(Notice notice) {
    List<String> told = new ArrayList<>();
    for (JsonNode alert : posted(notice)) {
      String end = alert.has("endsAt") ? " until " + alert.path("endsAt").asText() : "";
      told.add(alert.at("/labels/severity").asText() + end);
    }
    return told;
  }

  private JsonNode posted(Notice notice) {
    try {
      return JsonMapper.builder().build().readTree(alertmanager.post(notice).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
