package dev.kilter.tools;

import java.io.PrintStream;

/** The terminal: lines that stay, and at the bottom one line of progress that is written over. */
public final class Screen {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final long PLAIN_PROGRESS_NANOS = 10_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private String status = "";
  private long lastPlainNanos = System.nanoTime();

  public Screen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Standard output; the launcher says whether it is a terminal. */
  public static Screen ofProcess() {
    return new Screen(System.out, Boolean.getBoolean("kilter.terminal"));
  }

  public boolean hasColour() {
    String noColour = System.getenv("NO_COLOR");
    return terminal && (noColour == null || noColour.isEmpty());
  }

  /** How many characters a line may have; without end where it is no terminal, or unknown. */
  public int columns() {
    int told = Integer.getInteger("kilter.columns", 0);
    return terminal && told > 0 ? told : Integer.MAX_VALUE;
  }

  public synchronized void line(String text) {
    if (!terminal) {
      out.println(text);
      return;
    }
    out.print(CLEAR_LINE + text + System.lineSeparator() + status);
    out.flush();
  }

  /** On a terminal at once; else one line every ten seconds. */
  public synchronized void progress(String text) {
    if (terminal) {
      status = text;
      out.print(CLEAR_LINE + text);
      out.flush();
      return;
    }
    if (System.nanoTime() - lastPlainNanos >= PLAIN_PROGRESS_NANOS) {
      lastPlainNanos = System.nanoTime();
      out.println(text);
    }
  }

  public synchronized void endProgress() {
    if (terminal) {
      status = "";
      out.print(CLEAR_LINE);
      out.flush();
    }
  }
}
