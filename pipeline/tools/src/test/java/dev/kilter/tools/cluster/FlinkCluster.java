package dev.kilter.tools.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A job manager and a task manager in processes of their own, and Flink's command line. */
record FlinkCluster(FlinkHome home, JavaProcess jobManager, JavaProcess taskManager)
    implements AutoCloseable {
  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
  private static final String COMMAND_LINE = "org.apache.flink.client.cli.CliFrontend";
  private static final Map<String, String> QUIET = Map.of("ORT_DISABLE_TELEMETRY", "1");
  private static final long COMMAND_SECONDS = 120;

  static FlinkCluster start(Path folder) throws IOException {
    FlinkHome home = FlinkHome.create(folder);
    return new FlinkCluster(
        home, process(home, "-Xmx256m", JOB_MANAGER), process(home, "-Xmx384m", TASK_MANAGER));
  }

  /**
   * What {@code flink ARGUMENTS} prints.
   *
   * @param environment what the pipeline file asks the environment for
   */
  String flink(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-Xmx256m", home.logging(), COMMAND_LINE));
    command.addAll(List.of(arguments));
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(QUIET);
    all.put("FLINK_CONF_DIR", home.conf().toString());
    try (JavaProcess process =
        JavaProcess.start(home.classPath(), command, all, home.output("flink-" + arguments[0]))) {
      return process.await(COMMAND_SECONDS);
    }
  }

  @Override
  public void close() {
    taskManager.close();
    jobManager.close();
  }

  private static JavaProcess process(FlinkHome home, String heap, String main) throws IOException {
    List<String> command =
        List.of(heap, home.logging(), main, "--configDir", home.conf().toString());
    String name = main.substring(main.lastIndexOf('.') + 1);
    return JavaProcess.start(home.classPath(), command, QUIET, home.output(name));
  }
}
