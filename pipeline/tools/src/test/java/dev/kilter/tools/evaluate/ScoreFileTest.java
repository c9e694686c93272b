package dev.kilter.tools.evaluate;

import static dev.kilter.tools.lines.LineFiles.notJudged;
import static dev.kilter.tools.lines.LineFiles.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.tools.lines.LineFiles;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreFileTest {
  @TempDir private Path folder;

  @Test
  void sortsTheRowsOfEachEntityByTimeAndTheEntitiesByName() {
    ScoredRows rows =
        read(null, score("d", "b", 0, 7), score("d", "a", 2, 5), score("d", "a", 1, 4));

    assertThat(rows.entities()).extracting(EntityRows::entity).containsExactly("a", "b");
    assertThat(rows.entities().get(0).timesMillis()).containsExactly(60_000, 120_000);
    assertThat(rows.entities().get(0).scores()).containsExactly(4, 5);
  }

  @Test
  void takesTheLastOfSeveralLinesForOneRow() {
    ScoredRows rows =
        read(null, score("d", "a", 1, 4), score("d", "a", 2, 5), score("d", "a", 1, 6));

    assertThat(rows.entities().get(0).scores()).containsExactly(6, 5);
  }

  @Test
  void keepsRowsThatWereNotJudgedAndCountsThem() {
    EntityRows rows = read(null, notJudged("a", 0), score("d", "a", 1, 4)).entities().get(0);

    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.judged()).isEqualTo(1);
    assertThat(rows.scores()[0]).isEqualTo(EntityRows.NOT_JUDGED);
  }

  @Test
  void takesAScoreThatIsNullAsNotJudged() {
    EntityRows rows = read(null, score("d", "a", 1, 4).replace("4.0", "null")).entities().get(0);

    assertThat(rows.judged()).isZero();
    assertThat(rows.reasons()).containsExactly("the model gave no number");
  }

  @Test
  void keepsWhyARowWasNotJudgedWithoutWhatDiffersFromRowToRow() {
    EntityRows rows =
        read(
                null,
                notJudged("a", 3, "gap"),
                score("d", "a", 2, 4),
                notJudged("a", 1, "not enough history: 2 of 48"),
                notJudged("a", 0, "not enough history: 1 of 48"))
            .entities()
            .get(0);

    assertThat(rows.reasons())
        .containsExactly("not enough history", "not enough history", null, "gap");
  }

  @Test
  void growsWithTheFile() {
    String[] lines =
        IntStream.range(0, 1000).mapToObj(i -> score("d", "a", i, i)).toArray(String[]::new);

    EntityRows rows = read(null, lines).entities().get(0);

    assertThat(rows.size()).isEqualTo(1000);
    assertThat(rows.scores()[999]).isEqualTo(999);
  }

  @Test
  void readsTheChosenDetectorAlone() {
    ScoredRows rows = read("e", score("d", "a", 0, 1), score("e", "a", 0, 2));

    assertThat(rows.detector()).isEqualTo("e");
    assertThat(rows.entities().get(0).scores()).containsExactly(2);
  }

  @Test
  void asksForADetectorWhereThereAreTwo() {
    assertThatThrownBy(() -> read(null, score("d", "a", 0, 1), score("e", "a", 0, 2)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            folder
                + "/scores.jsonl:2:13: \"detector\" must be \"d\" as in the lines before, unless"
                + " --detector chooses one, not \"e\".");
  }

  @Test
  void refusesAFileWithoutScoresOfTheDetector() {
    assertThatThrownBy(() -> read("x", score("d", "a", 0, 1)))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith("scores.jsonl holds no scores of detector x.");
  }

  private ScoredRows read(String detector, String... lines) {
    return ScoreFile.read(LineFiles.file(folder, "scores.jsonl", lines), detector);
  }
}
