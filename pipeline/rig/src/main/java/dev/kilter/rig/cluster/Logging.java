package dev.kilter.rig.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Has the processes print their logs. */
final class Logging {
  private static final String LOG4J =
      """
      rootLogger.level = INFO
      rootLogger.appenderRef.console.ref = console
      appender.console.name = console
      appender.console.type = CONSOLE
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d %-5p %c - %m%n
      """;

  private Logging() {}

  /** The option of a JVM; the file it names is written first. */
  static String option(Path folder) throws IOException {
    Path file = Files.createDirectories(folder).resolve("log4j2.properties");
    Files.writeString(file, LOG4J);
    return "-Dlog4j2.configurationFile=" + file.toUri();
  }
}
