package dev.kilter.tools.evaluate;

import static dev.kilter.tools.evaluate.Watched.minutes;
import static dev.kilter.tools.lines.LineFiles.label;
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

/** One entity, a, with rows at minutes 0 to 99. */
class LabelFileTest {
  private static final Map<String, EntityRows> ROWS = Map.of("a", Watched.rows("a", 100));

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void readsFromWhenToWhenAndWhat() {
    assertThat(read(label("a", 5, 9)))
        .isEqualTo(Map.of("a", List.of(new Label(minutes(5, 9), "leak"))));
  }

  @Test
  void needsNoKind() {
    assertThat(read(label("a", 5, 9).replace("kind", "sort")).get("a"))
        .containsExactly(new Label(minutes(5, 9), ""));
  }

  @Test
  void warnsOfLabelsThatHoldNoRow() {
    assertThat(read(label("a", 99, 200), label("a", 100, 200), label("b", 5, 9)).get("a"))
        .containsExactly(new Label(minutes(99, 200), "leak"));
    assertThat(warnings)
        .containsExactly(
            folder + "/labels.jsonl:2: no row of a is within; the label is left out.",
            folder + "/labels.jsonl:3: entity b has no rows; the label is left out.");
  }

  @Test
  void refusesALabelThatEndsWhereItBegins() {
    assertThatThrownBy(() -> read(label("a", 5, 9), label("a", 5, 5)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            folder
                + "/labels.jsonl:2:50: \"to\" must be later than \"from\","
                + " not \"1970-01-01T00:05:00Z\".");
  }

  private Map<String, List<Label>> read(String... lines) {
    return LabelFile.read(LineFiles.file(folder, "labels.jsonl", lines), ROWS, warnings::add);
  }
}
