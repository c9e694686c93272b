package dev.kilter.tools.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.job.config.PipelineConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is kept of a release: a savepoint, the pipeline it is of, what that had read, what comes
 * behind it, and what is told then.
 */
record Release(Path folder) {
  /** The topics of which it is kept what is told. */
  static final List<String> TOLD = List.of("alerts", "groups", "feedback", "health");

  private static final Path ALL = Path.of("src/test/resources/savepoints");
  private static final ObjectMapper JSON = new ObjectMapper();

  static Release of(String version) {
    return new Release(ALL.resolve(version));
  }

  /** Every release there was. */
  static List<Release> all() throws Exception {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.sorted().map(Release::new).toList();
    }
  }

  Path savepoint() {
    return folder.resolve("savepoint");
  }

  PipelineConfig config(String bootstrap, Path checkpoints, String state) {
    return PipelineConfig.load(
        folder.resolve("pipeline.yaml"),
        Map.of(
            "KAFKA_BOOTSTRAP", bootstrap,
            "CHECKPOINT_DIR", checkpoints.toUri().toString(),
            "STATE", state));
  }

  List<String> lines(String name) throws Exception {
    return Files.readAllLines(folder.resolve(name + ".jsonl"));
  }

  void keep(String name, List<String> lines) throws Exception {
    Files.write(folder.resolve(name + ".jsonl"), lines);
  }

  /** What is told, sorted, without what chance has a part in. */
  static List<String> comparable(List<String> told) throws Exception {
    List<String> lines = new ArrayList<>();
    for (String line : told) {
      JsonNode json = JSON.readTree(line);
      if (json.get("evidence") instanceof ObjectNode evidence) {
        evidence.remove(List.of("offsets", "state"));
      }
      lines.add(json.toString());
    }
    return lines.stream().sorted().toList();
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
