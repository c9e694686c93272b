package dev.kilter.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The schema of a FlinkDeployment that Flink's operator installs. Kubernetes drops fields that are
 * not in it; here they are mistakes.
 */
final class FlinkSchema {
  private static final String DEFINITION =
      "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";
  private static final String VERSION = "/spec/versions/0/schema/openAPIV3Schema";
  private static final JsonNode DEFINED = load();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(DEFINED);

  private FlinkSchema() {}

  /** What the schema says against a FlinkDeployment, but for its version of Flink. */
  static List<String> problems(JsonNode deployment) {
    ObjectNode copy = deployment.deepCopy();
    if (isNewer(copy.at("/spec/flinkVersion"))) {
      ((ObjectNode) copy.get("spec")).set("flinkVersion", newestFlink());
    }
    return SCHEMA.validate(copy).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  /** The newest version of Flink that the operator whose schema this is knows, as {@code v1_20}. */
  static JsonNode newestFlink() {
    JsonNode known = DEFINED.at("/properties/spec/properties/flinkVersion/enum");
    return known.get(known.size() - 1);
  }

  private static boolean isNewer(JsonNode version) {
    return version instanceof TextNode && number(version) > number(newestFlink());
  }

  /** Of {@code v1_20}, 1020; -1 of what is no version. */
  private static int number(JsonNode version) {
    String text = version.asText();
    if (!text.matches("v\\d_\\d{1,3}")) {
      return -1;
    }
    return (text.charAt(1) - '0') * 1000 + Integer.parseInt(text.substring(3));
  }

  private static JsonNode load() {
    try (InputStream file = FlinkSchema.class.getResourceAsStream(DEFINITION)) {
      ObjectNode schema = new YAMLMapper().readTree(file).at(VERSION).deepCopy();
      ObjectNode properties = (ObjectNode) schema.get("properties");
      for (String ofEveryResource : List.of("apiVersion", "kind", "metadata")) {
        properties.putObject(ofEveryResource);
      }
      close(schema);
      return schema;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && object.path("type").asText("object").equals("object")
        && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    if (schema instanceof ObjectNode object) {
      object.remove("x-kubernetes-int-or-string"); // what anyOf beside it says, too
    }
    schema.forEach(FlinkSchema::close);
  }
}
