package dev.kilter.bench.forest;

import dev.kilter.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code kilter bench forest}: what a random cut forest makes of a file of rows. */
@Command(
    name = "forest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Scores rows with a random cut forest that learns each row once it has scored it. models/"
            + " measures how well it finds faults with that.")
public final class ForestCommand implements Runnable {
  @Parameters(
      paramLabel = "ROWS",
      description = "A file with a row in each line, its numbers separated by commas.")
  private Path rows;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the scores go, one in each line; 0 as long as the forest is too young.")
  private Path out;

  @Option(
      names = "--together",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many of the newest rows are looked at together; ${DEFAULT-VALUE} if left out.")
  private int together;

  @Override
  public void run() {
    if (together < 1) {
      throw new UserError("--together is a whole number from 1, not " + together);
    }
    if (!Files.isReadable(rows)) {
      throw new UserError("There is no file " + rows + " to read");
    }
    try (BufferedReader lines = Files.newBufferedReader(rows);
        PrintWriter scores = writer()) {
      ForestScores forest = new ForestScores(rows, together);
      lines.lines().mapToDouble(forest::next).forEach(scores::println);
    } catch (IOException e) {
      throw new UserError(rows + " cannot be read: " + e.getMessage(), e);
    }
  }

  private PrintWriter writer() {
    try {
      return new PrintWriter(Files.newBufferedWriter(out));
    } catch (IOException e) {
      throw new UserError(out + " cannot be written: " + e.getMessage(), e);
    }
  }
}
