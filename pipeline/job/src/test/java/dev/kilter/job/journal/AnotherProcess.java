package dev.kilter.job.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Looks through a folder of journals in a process of its own. */
final class AnotherProcess {
  private AnotherProcess() {}

  /** Says how a sequence stands: the arguments are the folder, whose it is, and its time. */
  public static void main(String[] arguments) throws IOException {
    JournalFolder folder =
        new JournalFolder(Path.of(arguments[0]), ThisProcess.name(), Clock.systemUTC());
    JournalFolder.Opened opened = folder.open(1);
    long timeMillis = Long.parseLong(arguments[2]);
    SequenceMark mark = new SequenceMark(Long.parseLong(arguments[1]), timeMillis);
    System.out.print(opened.known().standing(mark, timeMillis));
    opened.notes().close();
  }

  /** What it says. */
  static String standing(Path folder, SequenceMark mark) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AnotherProcess.class.getName(),
                folder.toString(),
                String.valueOf(mark.whom()),
                String.valueOf(mark.timeMillis()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
