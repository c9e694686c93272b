package dev.kilter.tools.tail;

import static dev.kilter.tools.tail.Messages.ALERT;
import static dev.kilter.tools.tail.Messages.GROUP;
import static dev.kilter.tools.tail.Messages.HEALTH_NOTE;
import static dev.kilter.tools.tail.Messages.alert;
import static dev.kilter.tools.tail.Messages.group;
import static dev.kilter.tools.tail.Messages.health;
import static dev.kilter.tools.tail.Messages.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Severity;
import dev.kilter.event.EntityPattern;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WantedTest {
  private static final String OF_DETECTOR =
      HEALTH_NOTE.replace("\"channel\"", "\"detector\":\"pumps\",\"channel\"");

  @Test
  void withoutAFilterEverythingIsWanted() {
    Wanted all = new Wanted(List.of(), Set.of(), Severity.MINOR, Set.of());
    assertThat(all.concerns(alert(with(ALERT, "severity", "minor")))).isTrue();
    assertThat(all.hasStatus(alert(ALERT))).isTrue();
    assertThat(all.concerns(health(HEALTH_NOTE))).isTrue();
  }

  @Test
  void oneOfThePatternsMustFitTheEntity() {
    Wanted some = new Wanted(patterns("fan-*", "pump-0?"), Set.of(), Severity.MINOR, Set.of());
    assertThat(some.concerns(alert(ALERT))).isTrue();
    assertThat(some.concerns(alert(with(ALERT, "entity", "pump-17")))).isFalse();
    assertThat(some.concerns(health(HEALTH_NOTE))).isTrue();
    assertThat(some.concerns(health(with(HEALTH_NOTE, "entity", "pump-17")))).isFalse();
  }

  @Test
  void anAlertMustBeSevereEnoughAndOneOfUnknownSeverityMayBe() {
    Wanted bad = new Wanted(List.of(), Set.of(), Severity.MAJOR, Set.of());
    assertThat(bad.concerns(alert(with(ALERT, "severity", "minor")))).isFalse();
    assertThat(bad.concerns(alert(ALERT))).isTrue();
    assertThat(bad.concerns(alert(with(ALERT, "severity", "critical")))).isTrue();
    assertThat(bad.concerns(alert(with(ALERT, "severity", "fatal")))).isTrue();
  }

  @Test
  void healthOfEveryDetectorIsOfEachDetector() {
    Wanted fans = new Wanted(List.of(), Set.of("fans"), Severity.MINOR, Set.of());
    assertThat(fans.concerns(alert(ALERT))).isFalse();
    assertThat(fans.concerns(health(HEALTH_NOTE))).isTrue();
    assertThat(fans.concerns(health(OF_DETECTOR))).isFalse();
    Wanted pumps = new Wanted(List.of(), Set.of("fans", "pumps"), Severity.MINOR, Set.of());
    assertThat(pumps.concerns(alert(ALERT))).isTrue();
    assertThat(pumps.concerns(health(OF_DETECTOR))).isTrue();
  }

  @Test
  void ofAGroupOneIncidentMustBeOfTheEntityAndTheDetector() {
    Wanted some = new Wanted(patterns("*-08"), Set.of("pumps"), Severity.MAJOR, Set.of("open"));
    assertThat(some.concerns(group(GROUP))).isTrue();
    assertThat(some.hasStatus(group(GROUP))).isTrue();
    assertThat(some.concerns(group(GROUP.replace("pumps", "fans")))).isFalse();
    assertThat(some.concerns(group(GROUP.replace("pump-08", "pump-09")))).isFalse();
    assertThat(some.concerns(group(with(GROUP, "severity", "minor")))).isFalse();
    Wanted all = new Wanted(List.of(), Set.of(), Severity.MINOR, Set.of());
    assertThat(all.concerns(group(GROUP.replaceFirst("\\[\\{.*\\}\\]", "[]")))).isTrue();
  }

  @Test
  void onlyTheStatusesThatAreNamed() {
    Wanted over = new Wanted(List.of(), Set.of(), Severity.MINOR, Set.of("closed", "flapping"));
    assertThat(over.hasStatus(alert(ALERT))).isFalse();
    assertThat(over.hasStatus(alert(with(ALERT, "status", "closed")))).isTrue();
    assertThat(over.hasStatus(alert(with(ALERT, "status", "flapping")))).isTrue();
  }

  private static List<EntityPattern> patterns(String... globs) {
    return List.of(globs).stream().map(EntityPattern::of).toList();
  }
}
