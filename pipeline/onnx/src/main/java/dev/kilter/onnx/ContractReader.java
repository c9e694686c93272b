package dev.kilter.onnx;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.kilter.UserError;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;

/** Reads the JSON files of a bundle into records; unknown keys are refused. */
final class ContractReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .addModule(new SimpleModule().addDeserializer(Duration.class, new IsoDuration()))
          .build();

  private ContractReader() {}

  /**
   * Reads one file.
   *
   * @param place the file's name, for the error message
   * @throws UserError naming the line where the file is not what it should be
   */
  static <T> T read(byte[] json, Class<T> type, String place) {
    try {
      T value = JSON.readValue(json, type);
      if (value == null) {
        throw new UserError(place + " holds nothing but null");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw new UserError(
          place + ": unknown key " + pathOf(e) + "; known here are " + e.getKnownPropertyIds(), e);
    } catch (JsonMappingException e) {
      throw new UserError(
          place + lineOf(e.getLocation()) + ": " + pathOf(e) + ": " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw new UserError(place + lineOf(e.getLocation()) + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UserError(place + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String pathOf(JsonMappingException problem) {
    return problem.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String lineOf(JsonLocation location) {
    return location == null ? "" : ":" + location.getLineNr();
  }

  /** Durations as ISO 8601 text, such as {@code PT60S}. */
  private static final class IsoDuration extends StdDeserializer<Duration> {
    private static final long serialVersionUID = 1L;

    IsoDuration() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getText();
      try {
        return Duration.parse(text);
      } catch (DateTimeParseException e) {
        return (Duration)
            context.handleWeirdStringValue(
                Duration.class, text, "a duration is written as in PT60S or PT5M");
      }
    }
  }
}
