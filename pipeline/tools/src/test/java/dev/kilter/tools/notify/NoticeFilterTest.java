package dev.kilter.tools.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Severity;
import dev.kilter.event.EntityPattern;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticeFilterTest {

  @Test
  void withoutAChoiceEveryAlertIsMeant() {
    assertThat(filter(Severity.MINOR, Set.of(), null).takes(Notices.open("a", 1))).isTrue();
  }

  @Test
  void onlyIncidentsThatAreSevereEnoughAreMeant() {
    NoticeFilter filter = filter(Severity.MAJOR, Set.of(), null);

    assertThat(filter.takes(Notices.open("a", 1, "minor"))).isFalse();
    assertThat(filter.takes(Notices.open("a", 1, "major"))).isTrue();
    assertThat(filter.takes(Notices.open("a", 1, "critical"))).isTrue();
  }

  @Test
  void aSeverityOfALaterVersionIsMeant() {
    assertThat(
            filter(Severity.CRITICAL, Set.of(), null).takes(Notices.open("a", 1, "catastrophic")))
        .isTrue();
  }

  @Test
  void onlyIncidentsOfTheDetectorsAndEntitiesAreMeant() {
    Notice notice = Notices.open("a", 1);

    assertThat(filter(Severity.MINOR, Set.of("pumps"), "pump-*").takes(notice)).isTrue();
    assertThat(filter(Severity.MINOR, Set.of("fans"), null).takes(notice)).isFalse();
    assertThat(filter(Severity.MINOR, Set.of(), "fan-*").takes(notice)).isFalse();
  }

  @Test
  void aGroupIsMeantIfOneOfItsIncidentsIs() {
    Notice notice = Notices.notice(Notices.group("g", "pumps", "pump-1"));

    assertThat(filter(Severity.MINOR, Set.of("pumps"), "pump-*").takes(notice)).isTrue();
    assertThat(filter(Severity.MINOR, Set.of("fans"), null).takes(notice)).isFalse();
    assertThat(filter(Severity.MINOR, Set.of(), null).takes(notice)).isTrue();
  }

  @Test
  void alertsOfAnotherPipelineInTheSameTopicAreNotMeant() {
    assertThat(of("/kilter/test/pumps")).isTrue();
    assertThat(of("/kilter/test")).isTrue();
    assertThat(of("/kilter/test-2/pumps")).isFalse();
    assertThat(of("/kilter/other/pumps")).isFalse();
  }

  @Test
  void aPipelineIsKnownByItsNameEscapedOrNot() {
    assertThat(of("pumps of hall 7", "/kilter/pumps%20of%20hall%207/pumps")).isTrue();
    assertThat(of("pumps of hall 7", "/kilter/pumps of hall 7/pumps")).isTrue();
    assertThat(of("100%", "/kilter/100%/pumps")).isTrue();
  }

  private static boolean of(String source) {
    return of("test", source);
  }

  private static boolean of(String pipeline, String source) {
    var record = Notices.record(0, Notices.json("a", 1, "open", "minor"));
    record.headers().add("ce_source", source.getBytes(StandardCharsets.UTF_8));
    NoticeFilter filter = new NoticeFilter(pipeline, Severity.MINOR, Set.of(), Optional.empty());
    return filter.takes(Notices.notice(record));
  }

  private static NoticeFilter filter(Severity least, Set<String> detectors, String entities) {
    return new NoticeFilter(
        "test", least, detectors, Optional.ofNullable(entities).map(EntityPattern::of));
  }
}
