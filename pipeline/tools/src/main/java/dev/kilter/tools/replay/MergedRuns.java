package dev.kilter.tools.replay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Merges sorted runs into one file of lines. */
final class MergedRuns {
  private MergedRuns() {}

  /**
   * Writes all runs of a folder into one file, in order.
   *
   * @return how many lines
   */
  static long write(Path folder, Path target) throws IOException {
    PriorityQueue<Run> runs =
        new PriorityQueue<>(Comparator.comparing(Run::head, ResultLine.ORDER));
    try (Stream<Path> files = Files.list(folder);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      for (Path file : files.toList()) {
        runs.add(Run.open(file));
      }
      return merge(runs, out);
    } finally {
      for (Run run : List.copyOf(runs)) {
        run.close();
      }
    }
  }

  private static long merge(PriorityQueue<Run> runs, OutputStream out) throws IOException {
    long lines = 0;
    while (!runs.isEmpty()) {
      Run run = runs.poll();
      out.write(run.head().json());
      out.write('\n');
      lines++;
      if (run.advance()) {
        runs.add(run);
      } else {
        run.close();
      }
    }
    return lines;
  }

  /** One sorted file, read as far as its head. */
  private static final class Run implements Closeable {
    private final DataInputStream in;
    private ResultLine head;

    private Run(DataInputStream in) {
      this.in = in;
    }

    static Run open(Path file) throws IOException {
      Run run = new Run(new DataInputStream(new BufferedInputStream(Files.newInputStream(file))));
      run.advance();
      return run;
    }

    ResultLine head() {
      return head;
    }

    boolean advance() throws IOException {
      head = ResultLine.read(in);
      return head != null;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
