package dev.kilter.tools.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own, what it prints kept in a file. */
record JavaProcess(Process process, Path output) implements AutoCloseable {
  private static final long CLOSE_SECONDS = 20;
  private static final List<String> OPENED =
      List.of("lang", "net", "nio", "io", "text", "time", "util", "util.concurrent");

  /**
   * Starts a program with the Java that runs the tests.
   *
   * @param classPath as after {@code -cp}
   * @param command options of the JVM, the main class, its arguments
   */
  static JavaProcess start(
      String classPath, List<String> command, Map<String, String> environment, Path output)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String name : OPENED) {
      line.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED");
    }
    line.add("-cp");
    line.add(classPath);
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(output.toFile()).environment().putAll(environment);
    return new JavaProcess(builder.start(), output);
  }

  /**
   * Waits for the end of the program.
   *
   * @return what it printed
   * @throws AssertionError when it fails or goes on too long, with what it printed
   */
  String await(long seconds) throws IOException, InterruptedException {
    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
    String printed = Files.readString(output);
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError(
          process.info().commandLine().orElse("the program")
              + (ended ? " ended with " + process.exitValue() : " went on for " + seconds + " s")
              + ":\n"
              + printed);
    }
    return printed;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
