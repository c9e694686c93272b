package dev.kilter.tools;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The file that takes what the parts of one run have to say, so that the terminal stays free. */
public record RunLog(Path file) {

  private static final String PROPERTY = "kilter.log";
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Names this run's file; to be called before anything is logged. */
  static RunLog begin() {
    String name =
        "kilter-"
            + STAMP.format(ZonedDateTime.now(ZoneId.systemDefault()))
            + "-"
            + ProcessHandle.current().pid();
    RunLog log = new RunLog(folder().resolve(name + ".log"));
    System.setProperty(PROPERTY, log.file().toString());
    return log;
  }

  /** The file of the run that this is part of. */
  public static RunLog current() {
    return new RunLog(Path.of(System.getProperty(PROPERTY, "kilter.log")));
  }

  /** The launcher says where; without it, among the temporary files. */
  private static Path folder() {
    String told = System.getProperty("kilter.logs");
    return told == null
        ? Path.of(System.getProperty("java.io.tmpdir"), "kilter-logs")
        : Path.of(told);
  }
}
