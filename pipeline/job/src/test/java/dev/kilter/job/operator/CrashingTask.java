package dev.kilter.job.operator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores in a process of its own with a network on which native code crashes: writes down what it
 * says and which dead letters there are, if it lives to.
 */
final class CrashingTask {
  private CrashingTask() {}

  /** The arguments: the bundle, how many rows its sequences have, the journal's folder, a file. */
  public static void main(String[] arguments) throws Exception {
    int rows = Integer.parseInt(arguments[1]);
    try (JournaledStage stage = JournaledStage.open(arguments[0], Path.of(arguments[2]))) {
      stage.takes(JournaledStage.threePumps(rows));
      List<String> lines = new ArrayList<>(stage.said());
      lines.addAll(stage.deadLetters());
      Files.write(Path.of(arguments[3]), lines);
    }
  }
}
