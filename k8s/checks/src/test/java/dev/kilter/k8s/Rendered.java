package dev.kilter.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The resources that would be applied: what kubectl makes of a folder. */
final class Rendered {
  private static final Path K8S = Path.of("..").toAbsolutePath().normalize();
  private static final YAMLMapper YAML = new YAMLMapper();

  private final List<JsonNode> resources;

  private Rendered(List<JsonNode> resources) {
    this.resources = resources;
  }

  /**
   * Renders a folder.
   *
   * @param folder beside this module, such as {@code overlays/dev}
   * @throws IllegalStateException if kubectl is not there, or says why it cannot
   */
  static Rendered of(String folder) {
    return new Rendered(parse(kustomize(K8S.resolve(folder))));
  }

  List<JsonNode> all() {
    return resources;
  }

  List<JsonNode> kind(String kind) {
    return resources.stream().filter(found -> found.path("kind").asText().equals(kind)).toList();
  }

  /** The names of the resources of a kind. */
  List<String> names(String kind) {
    return kind(kind).stream().map(found -> found.at("/metadata/name").asText()).toList();
  }

  /** The one pipeline. */
  JsonNode deployment() {
    List<JsonNode> found = kind("FlinkDeployment");
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " of kind FlinkDeployment instead of one");
    }
    return found.get(0);
  }

  private static String kustomize(Path folder) {
    ProcessBuilder builder = new ProcessBuilder("kubectl", "kustomize", folder.toString());
    try {
      Process process = builder.redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(folder + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new IllegalStateException("These checks take kubectl 1.27 or later on the path.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<JsonNode> parse(String text) {
    try (MappingIterator<JsonNode> found = YAML.readerFor(JsonNode.class).readValues(text)) {
      return found.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
