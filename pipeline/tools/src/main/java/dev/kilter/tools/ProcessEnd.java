package dev.kilter.tools;

import dev.kilter.tools.embedded.ScratchFolder;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is left to do when the process ends, by Ctrl-C too: whatever has been added, and after that
 * the temporary folder goes that the launcher made for this process alone.
 */
public final class ProcessEnd {
  private static final Set<Runnable> DUTIES = ConcurrentHashMap.newKeySet();

  private ProcessEnd() {}

  static void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(ProcessEnd::run, "process-end"));
  }

  /** Adds a duty, which has to be done within seconds. */
  public static void add(Runnable duty) {
    DUTIES.add(duty);
  }

  /** Forgets a duty. */
  public static void remove(Runnable duty) {
    DUTIES.remove(duty);
  }

  private static void run() {
    DUTIES.forEach(Runnable::run);
    String scratch = System.getProperty("kilter.scratch");
    if (scratch != null) {
      new ScratchFolder(Path.of(scratch)).close();
    }
  }
}
