package dev.kilter.job.operator;

import static dev.kilter.job.operator.JournaledStage.sequence;
import static dev.kilter.job.operator.JournaledStage.threePumps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.sequence.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The score stage behind tasks whose process has ended in the middle of a batch. The networks are
 * sound: that of {@code flat} looks at four rows, that of {@code carried} goes on from row to row.
 */
class QuarantineOperatorTest {
  private static final int ROWS = 4;
  private static final String ASIDE =
      "b4 native code that runs flat/1 crashed on it twice, so it is set aside";
  private static final String BEHIND =
      " one of its rows is set aside: native code that runs flat/1 crashed on it twice";

  @TempDir private Path temporary;
  private Path folder;
  private Deaths deaths;

  @BeforeEach
  void nobodyHasDied() {
    folder = temporary.resolve("not/there/yet");
    deaths = new Deaths(folder, "flat");
  }

  @Test
  void whatWasInANetworkWhenAProcessEndedGoesThroughAloneAndScoresTheSame() throws Exception {
    deaths.with(row(4));

    try (JournaledStage stage = JournaledStage.open("flat", folder)) {
      stage.takes(threePumps(ROWS));

      assertThat(stage.batches("flat/1"))
          .containsExactly(1L, 1L, 1L, 3L, 3L, 3L, 3L, 3L, 3L, 3L, 3L, 3L);
      assertThat(stage.said()).isEqualTo(undisturbed("flat", threePumps(ROWS)));
      assertThat(stage.quarantined()).isZero();
    }
  }

  @Test
  void whatHasGoneThroughAloneIsFreeAgain() throws Exception {
    deaths.with(row(4));
    try (JournaledStage stage = JournaledStage.open("flat", folder)) {
      stage.takes(threePumps(ROWS));
    }

    assertThat(left()).containsExactly("lock");
  }

  @Test
  void whereAProcessEndsOnOneAloneItIsSetAsideAndTheRestGoesOn() throws Exception {
    deaths.with(row(4));
    deaths.onTrialOf(sequence("b", 4, ROWS));

    try (JournaledStage stage = JournaledStage.open("flat", folder)) {
      stage.takes(threePumps(ROWS));

      assertThat(stage.said()).isEqualTo(withoutTheRowOfB());
      assertThat(stage.deadLetters())
          .containsExactly(
              "4 not-scorable: detector pumps: native code that runs flat/1 crashed on it twice, so"
                  + " it is set aside");
      assertThat(stage.quarantined()).isEqualTo(ROWS);
    }
  }

  @Test
  void itIsKnownToEveryTaskThatComesLater() throws Exception {
    deaths.with(row(4));
    deaths.onTrialOf(sequence("b", 4, ROWS));
    for (int start = 0; start < 3; start++) {
      try (JournaledStage stage = JournaledStage.open("flat", folder)) {
        assertThat(stage.takes(threePumps(ROWS)).said()).isEqualTo(withoutTheRowOfB());
      }
    }

    assertThat(left()).containsExactly("1-2.1true.guilty", "lock");
  }

  @Test
  void whoWasNotAloneInTheProcessIsNotToBlameYet() throws Exception {
    deaths.with(row(4));
    deaths.onTrialOf(sequence("b", 4, ROWS));
    deaths.also(row(7));

    try (JournaledStage stage = JournaledStage.open("flat", folder)) {
      stage.takes(threePumps(ROWS));

      assertThat(stage.said()).isEqualTo(undisturbed("flat", threePumps(ROWS)));
      assertThat(stage.batches("flat/1")).filteredOn(size -> size == 1).hasSize(6);
    }
  }

  @Test
  void anotherNetworkHasATryOfItsOwn() throws Exception {
    deaths.with(row(4));
    deaths.onTrialOf(sequence("b", 4, ROWS));

    try (JournaledStage stage = JournaledStage.open("crashing", folder)) {
      stage.takes(List.of(sequence("a", 4, ROWS), sequence("c", 4, ROWS)));

      assertThat(stage.batches("crashing/1")).containsExactly(2L);
    }
  }

  @Test
  void theStateOfAnEntityGoesPastARowThatIsSetAside() throws Exception {
    Deaths carried = new Deaths(folder, "carried");
    carried.with(List.of(sequence("a", 4, 1), sequence("b", 4, 1)));
    carried.onTrialOf(sequence("b", 4, 1));
    List<Sequence> others = new ArrayList<>(threePumps(1));
    others.removeIf(row -> row.subject().entity().equals("b") && row.timeMillis() == 4);

    try (JournaledStage stage = JournaledStage.open("carried", folder)) {
      List<String> said = stage.takes(threePumps(1)).said();

      assertThat(said)
          .contains("b4 native code that runs carried/1 crashed on it twice, so it is set aside");
      assertThat(said)
          .filteredOn(line -> !line.startsWith("b4 "))
          .isEqualTo(undisturbed("carried", others));
    }
  }

  @Test
  void aTaskThatEndsInPeaceLeavesNothing() throws Exception {
    try (JournaledStage stage = JournaledStage.open("flat", folder)) {
      stage.takes(threePumps(ROWS));

      assertThat(left()).hasSize(2).contains("lock");
    }

    assertThat(left()).containsExactly("lock");
  }

  @Test
  void whereNoJournalCanBeKeptAllIsScoredAllTheSame() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "no folder");

    try (JournaledStage stage = JournaledStage.open("flat", file.resolve("journal"))) {
      assertThat(stage.takes(threePumps(ROWS)).said())
          .isEqualTo(undisturbed("flat", threePumps(ROWS)));
    }
  }

  private static List<Sequence> row(int number) {
    return List.of(
        sequence("a", number, ROWS), sequence("b", number, ROWS), sequence("c", number, ROWS));
  }

  /** The sequence that ends with the row, and the three behind it that hold it. */
  private static List<String> withoutTheRowOfB() throws Exception {
    List<String> lines = new ArrayList<>(undisturbed("flat", threePumps(ROWS)));
    lines.replaceAll(line -> line.startsWith("b4 ") ? ASIDE : line);
    for (int behind = 5; behind < 4 + ROWS; behind++) {
      String whose = "b" + behind;
      lines.replaceAll(line -> line.startsWith(whose + " ") ? whose + BEHIND : line);
    }
    return lines;
  }

  private static List<String> undisturbed(String bundle, List<Sequence> sequences)
      throws Exception {
    try (JournaledStage stage = JournaledStage.withoutJournal(bundle)) {
      return stage.takes(sequences).said();
    }
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
