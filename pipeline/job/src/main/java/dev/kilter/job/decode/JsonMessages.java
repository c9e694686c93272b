package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NOT_JSON;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/** Events as JSON: an object, or an array of them. */
final class JsonMessages implements MessageReader {
  private final JsonFactory json =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();
  private final TokenReader reader;

  JsonMessages(TokenReader reader) {
    this.reader = reader;
  }

  @Override
  public void read(byte[] bytes, Message message) throws Rejection {
    try (JsonParser tokens = json.createParser(bytes)) {
      reader.readOne(tokens, message);
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset() + ": ";
      throw new Rejection(NOT_JSON, "not JSON" + place + Shown.of(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new Rejection(NOT_JSON, "not JSON: " + Shown.of(e.toString()));
    }
  }
}
