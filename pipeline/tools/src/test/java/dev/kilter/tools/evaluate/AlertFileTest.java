package dev.kilter.tools.evaluate;

import static dev.kilter.tools.evaluate.Watched.minutes;
import static dev.kilter.tools.lines.LineFiles.closed;
import static dev.kilter.tools.lines.LineFiles.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.tools.lines.LineFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One entity, a, with rows of detector d at minutes 0 to 99. */
class AlertFileTest {
  private static final ScoredRows ROWS = new ScoredRows("d", List.of(Watched.rows("a", 100)));

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void lastsFromTheOpeningToTheClosingAlertHoweverOftenTheyCome() {
    Map<String, List<Span>> spans =
        read(opened("1", "a", 5), opened("1", "a", 5), closed("1", "a", 5, 9), opened("1", "a", 5));

    assertThat(spans).isEqualTo(Map.of("a", List.of(minutes(5, 9))));
  }

  @Test
  void lastsToTheLastRowWhereItWasNeverClosed() {
    assertThat(read(opened("1", "a", 50)).get("a"))
        .containsExactly(new Span(50 * Watched.MINUTE, 99 * Watched.MINUTE + 1));
  }

  @Test
  void comesInOrderOfTime() {
    assertThat(read(closed("2", "a", 20, 30), closed("1", "a", 5, 9)).get("a"))
        .containsExactly(minutes(5, 9), minutes(20, 30));
  }

  @Test
  void passesOverOtherDetectors() {
    assertThat(read(opened("1", "a", 5).replace("\"d\"", "\"other\""))).isEmpty();
    assertThat(warnings).isEmpty();
  }

  @Test
  void warnsOfIncidentsBeyondTheRows() {
    assertThat(read(opened("1", "a", 5), opened("2", "a", 100), opened("3", "b", 5)))
        .containsOnlyKeys("a");
    assertThat(warnings)
        .containsExactly(
            folder + "/alerts.jsonl:2: the incident lies outside of the rows of a; it is left out.",
            folder
                + "/alerts.jsonl:3: the incident lies outside of the rows of b; it is left out.");
  }

  @Test
  void refusesAnUnknownStatus() {
    assertThatThrownBy(() -> read(opened("1", "a", 5).replace("\"open\"", "\"ajar\"")))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith(
            "alerts.jsonl:1:39: \"status\" must be one of open, flapping, closed, not \"ajar\".");
  }

  @Test
  void refusesAnEndBeforeTheBegin() {
    assertThatThrownBy(() -> read(closed("1", "a", 5, 4)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("\"time\" must be no earlier than \"opened\", not");
  }

  private Map<String, List<Span>> read(String... lines) {
    return AlertFile.read(LineFiles.file(folder, "alerts.jsonl", lines), ROWS, warnings::add);
  }
}
