package dev.kilter.bench.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.bench.measure.Cores;
import dev.kilter.tools.RunLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A process of its own for one measurement, with memory and cores of its own. It is asked and
 * answers by a file each; what it prints is passed on line by line.
 *
 * @param cores where it is kept, if it can be
 * @param options Java's options that bound its memory, beside what the launcher gives this process
 */
public record OwnProcess(Optional<Cores> cores, List<String> options) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Asks it.
   *
   * @param main its main class, which calls {@link Asked}
   * @param said is given each line that it prints
   * @throws IllegalStateException when it failed
   */
  public <A> A ask(Class<?> main, Object question, Class<A> answer, Consumer<String> said)
      throws IOException, InterruptedException {
    Path asked = Files.createTempFile("question-", ".json");
    Path answered = Files.createTempFile("answer-", ".json");
    JSON.writeValue(asked.toFile(), question);
    List<String> command = command(main);
    command.add(asked.toString());
    command.add(answered.toString());
    run(command, said);
    return JSON.readValue(answered.toFile(), answer);
  }

  private List<String> command(Class<?> main) throws IOException {
    List<String> command = new ArrayList<>();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    command.add(cores.isPresent() ? cores.get().java().toString() : java.toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-X"))
        .forEach(command::add);
    command.addAll(options);
    command.add("-Dkilter.log=" + RunLog.current().file());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return command;
  }

  private static void run(List<String> command, Consumer<String> said)
      throws IOException, InterruptedException {
    Path errors = Path.of(RunLog.current().file() + ".errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    Thread end = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(said);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("it could not be measured; %s says why".formatted(errors));
      }
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }
}
