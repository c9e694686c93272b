package dev.kilter.tools.replay;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes lines in any order and leaves files, each of them sorted: what a merge needs. */
final class SortedRuns {
  private static final int LINES_IN_MEMORY = 50_000;

  private final Path folder;
  private final List<ResultLine> lines = new ArrayList<>();

  SortedRuns(Path folder) {
    this.folder = folder;
  }

  void add(ResultLine line) throws IOException {
    lines.add(line);
    if (lines.size() == LINES_IN_MEMORY) {
      write();
    }
  }

  /** Writes what is still in memory. */
  void write() throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    lines.sort(ResultLine.ORDER);
    Path file = folder.resolve(UUID.randomUUID() + ".run");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (ResultLine line : lines) {
        line.write(out);
      }
    }
    lines.clear();
  }
}
