package dev.kilter.rig.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a Java program is started as a process of its own, with the Java that runs this one.
 *
 * @param name what it is called, in the name of the file of what it prints, too
 * @param classPath as after {@code -cp}
 * @param command options of the JVM, the main class, its arguments
 * @param environment variables beside those of this process
 * @param folder where the file of what it prints lies
 * @param prefix the command line begins with this
 */
public record Launch(
    String name,
    String classPath,
    List<String> command,
    Map<String, String> environment,
    Path folder,
    List<String> prefix) {
  /** What Flink and Kryo reach into. */
  private static final List<String> OPENED =
      List.of("lang", "net", "nio", "io", "text", "time", "util", "util.concurrent");

  /** One whose command line begins with Java. */
  public Launch(
      String name,
      String classPath,
      List<String> command,
      Map<String, String> environment,
      Path folder) {
    this(name, classPath, command, environment, folder, List.of());
  }

  /** The file of what it prints. */
  public Path output() {
    return folder.resolve(name + ".out");
  }

  /** Starts it; what it printed before is kept. */
  Process start() throws IOException {
    List<String> line = new ArrayList<>(prefix);
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String opened : OPENED) {
      line.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
    }
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", classPath));
    line.addAll(command);
    Files.createDirectories(folder);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
