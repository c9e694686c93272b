package dev.kilter.tools.cluster;

import dev.kilter.tools.embedded.FreePort;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the folder of a Flink distribution holds, put together from Maven's jars. */
record FlinkHome(Path folder, String classPath) {
  private static final Path JARS = Path.of("target", "lib");

  /** What comes in the job jar, or has no place on a cluster. */
  private static final List<String> NOT_IN_FLINK =
      List.of(
          "kilter-",
          "flink-connector-base",
          "flink-connector-kafka",
          "kafka",
          "jackson-",
          "snakeyaml-2",
          "picocli-",
          "scala-",
          "metrics-",
          "jetty-");

  private static final String CONFIG =
      """
      jobmanager:
        bind-host: 127.0.0.1
        rpc: {address: 127.0.0.1, port: %d}
      rest: {address: 127.0.0.1, bind-address: 127.0.0.1, port: %d}
      taskmanager:
        host: 127.0.0.1
        bind-host: 127.0.0.1
        numberOfTaskSlots: 2
        cpu.cores: 2.0
        memory:
          framework: {heap.size: 128m, off-heap.size: 128m}
          task: {heap.size: 256m, off-heap.size: 256m}
          network: {min: 64m, max: 64m}
          managed.size: 64m
          jvm-metaspace.size: 256m
          jvm-overhead: {min: 192m, max: 192m}
      classloader.parent-first-patterns.additional: "ai.onnxruntime."
      io.tmp.dirs: "%s"
      """;

  private static final String LOG4J =
      """
      rootLogger.level = INFO
      rootLogger.appenderRef.console.ref = console
      appender.console.name = console
      appender.console.type = CONSOLE
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d %-5p %c - %m%n
      """;

  /** A folder with configuration, and the class path of Flink with ONNX Runtime in its lib. */
  static FlinkHome create(Path folder) throws IOException {
    Path scratch = Files.createDirectories(folder.resolve("tmp"));
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        conf.resolve("config.yaml"), CONFIG.formatted(FreePort.find(), FreePort.find(), scratch));
    Files.writeString(conf.resolve("log4j2.properties"), LOG4J);
    return new FlinkHome(folder, flinksJars());
  }

  Path conf() {
    return folder.resolve("conf");
  }

  Path output(String name) {
    return folder.resolve(name + ".out");
  }

  /** The option that has the logs printed. */
  String logging() {
    return "-Dlog4j2.configurationFile=" + conf().resolve("log4j2.properties").toUri();
  }

  private static String flinksJars() throws IOException {
    try (Stream<Path> jars = Files.list(JARS)) {
      return jars.filter(FlinkHome::isFlinks)
          .map(jar -> jar.toAbsolutePath().toString())
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static boolean isFlinks(Path jar) {
    String name = jar.getFileName().toString();
    return NOT_IN_FLINK.stream().noneMatch(name::startsWith);
  }
}
