package dev.kilter.tools.simulate;

import java.io.PrintStream;
import java.util.Locale;

/** One line that counts up while readings are written, for a person at a terminal. */
final class Progress {
  private final PrintStream terminal;
  private final long total;
  private long percent = -1;

  Progress(PrintStream terminal, long total) {
    this.terminal = terminal;
    this.total = total;
  }

  void written(long readings) {
    long now = 100 * readings / total;
    if (now != percent) {
      percent = now;
      terminal.printf(Locale.ROOT, "\r%3d %%  %d of %d readings", now, readings, total);
      if (readings == total) {
        terminal.println();
      }
    }
  }
}
