package dev.kilter.job.operator;

import dev.kilter.job.journal.Quarantine;
import dev.kilter.sequence.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Leaves journals in a folder as processes leave them that end while sequences are in a network.
 */
final class Deaths {
  private final Path folder;
  private final String network;
  private int count;

  /**
   * Nobody has died yet.
   *
   * @param bundle whose network it is in which sequences are
   */
  Deaths(Path folder, String bundle) {
    this.folder = folder;
    this.network = ScoreInputs.bundle(bundle).contract().sha256();
  }

  /** A process has ended with these in a network. */
  void with(List<Sequence> together) throws IOException {
    count++;
    leave(together, false);
  }

  /** A process has ended with a suspected one in a network. */
  void onTrialOf(Sequence alone) throws IOException {
    count++;
    leave(List.of(alone), true);
  }

  /** The last of them had these in another network. */
  void also(List<Sequence> together) throws IOException {
    leave(together, false);
  }

  /** Notes them elsewhere, and takes the file as it is meanwhile. */
  private void leave(List<Sequence> together, boolean trial) throws IOException {
    Path elsewhere = Files.createTempDirectory("journal");
    try (Quarantine journal =
        Quarantine.open(Optional.of(elsewhere), JournaledStage.TOPIC, together.size())) {
      long number = journal.network(network);
      journal.enter(trial);
      together.forEach(sequence -> journal.note(number, sequence));
      journal.seal(trial);
      Files.createDirectories(folder);
      Path left = folder.resolve("1-" + count + "." + together.size() + trial + ".journal");
      Files.copy(only(elsewhere), left);
      journal.leave();
    }
    Files.delete(elsewhere.resolve("lock"));
    Files.delete(elsewhere);
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".journal")).findFirst().orElseThrow();
    }
  }
}
