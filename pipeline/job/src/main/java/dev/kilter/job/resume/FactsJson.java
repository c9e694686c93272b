package dev.kilter.job.resume;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import java.io.IOException;

/** Facts as they lie in a savepoint: JSON, so that every build can read what any other wrote. */
public final class FactsJson {
  private static final int FORMAT = 1;
  private static final String FORMAT_KEY = "format";
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private FactsJson() {}

  /** The facts as bytes. */
  public static byte[] bytes(PipelineFacts facts) {
    ObjectNode json = JSON.valueToTree(facts);
    json.put(FORMAT_KEY, FORMAT);
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }

  /**
   * Reads facts.
   *
   * @throws UserError when a newer build wrote them in a way that this one does not know
   * @throws IOException when they are no facts
   */
  public static PipelineFacts read(byte[] bytes) throws IOException {
    JsonNode json = JSON.readTree(bytes);
    int format = json.path(FORMAT_KEY).asInt();
    if (format != FORMAT) {
      throw new UserError(
          "The state was kept by Kilter "
              + json.at("/kilter/version").asText("of another time")
              + ", which says of its pipeline file in format "
              + format
              + "; this build reads format "
              + FORMAT
              + ". Go on with the build that wrote it.");
    }
    return JSON.treeToValue(json, PipelineFacts.class);
  }
}
