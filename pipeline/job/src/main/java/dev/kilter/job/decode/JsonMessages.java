package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NOT_JSON;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** Events as JSON: an object, or an array of them. */
final class JsonMessages implements MessageReader {
  private final JsonTokens json = new JsonTokens();
  private final TokenReader reader;

  JsonMessages(TokenReader reader) {
    this.reader = reader;
  }

  @Override
  public void read(byte[] bytes, Message message) throws Rejection {
    try (JsonParser tokens = json.open(bytes)) {
      reader.readOne(tokens, message);
    } catch (JsonProcessingException e) {
      throw new Rejection(
          NOT_JSON, "not JSON" + place(e.getLocation()) + Shown.of(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new Rejection(NOT_JSON, "not JSON: " + Shown.of(e.toString()));
    }
  }

  private static String place(JsonLocation location) {
    if (location == null) {
      return ": ";
    }
    return location.getByteOffset() < 0
        ? " at character " + location.getCharOffset() + ": "
        : " at byte " + location.getByteOffset() + ": ";
  }
}
