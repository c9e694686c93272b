package dev.kilter.bench.broker;

import dev.kilter.tools.RunLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A Java program in a process of its own, with the class path and the settings of this one. */
public final class ChildProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  /** A process with this setting deletes that folder in the end; it is this process's. */
  private static final String SCRATCH = "-Dkilter.scratch=";

  private final String name;
  private final Process process;
  private final BufferedReader said;

  private ChildProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.said = process.inputReader();
  }

  /**
   * Starts it.
   *
   * @param java the program that starts Java
   * @param options Java's own, beside those of this process
   * @param arguments its main class, and what that is told
   * @param variables what it finds in its environment beside what this process has
   */
  public static ChildProcess start(
      Path java, List<String> options, List<String> arguments, Map<String, String> variables) {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith(SCRATCH))
        .forEach(command::add);
    command.add("-Dkilter.log=" + RunLog.current().file());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(variables);
    try {
      return new ChildProcess(arguments.get(0), builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + arguments.get(0), e);
    }
  }

  /** The Java that this process runs on, on any core. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /**
   * Waits for what it says when it is ready.
   *
   * @throws IllegalStateException when it ended before, with what it said
   */
  public String await(Predicate<String> ready) {
    List<String> before = new ArrayList<>();
    try {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (ready.test(line)) {
          return line;
        }
        before.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what " + name + " says", e);
    }
    throw new IllegalStateException(name + " has ended: " + String.join("\n", before));
  }

  /** Whether it has ended. */
  public boolean hasEnded() {
    return !process.isAlive();
  }

  /** Ends it: by its input, then by a signal, then by force. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroy();
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
