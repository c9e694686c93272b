package dev.kilter.rig.up;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.UserError;
import dev.kilter.rig.cluster.LocalCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is known of a cluster that is up.
 *
 * @param bootstrap where its broker is
 * @param pages the web pages of its job managers
 * @param processes what runs, that which is to end first being the first
 */
public record UpCluster(String bootstrap, List<String> pages, List<Running> processes) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "cluster.json";

  /** Makes sure that nobody changes the lists. */
  public UpCluster {
    pages = List.copyOf(pages);
    processes = List.copyOf(processes);
  }

  static UpCluster of(LocalCluster cluster) {
    return new UpCluster(
        cluster.kafka().bootstrap(),
        cluster.living().stream().map(String::valueOf).toList(),
        cluster.nodes().stream().map(Running::of).toList());
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(FILE).toFile(), this);
  }

  /** Whether there is one. */
  static boolean isIn(Path folder) throws IOException {
    return Files.exists(folder.resolve(FILE))
        && read(folder).processes.stream().anyMatch(Running::isAlive);
  }

  /**
   * Reads what was written.
   *
   * @throws UserError if nothing was
   */
  static UpCluster read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      throw new UserError(
          "No cluster is up: there is no %s. kilter cluster up starts one.".formatted(file));
    }
    return JSON.readValue(file.toFile(), UpCluster.class);
  }

  /** Forgets it. */
  static void forget(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }
}
