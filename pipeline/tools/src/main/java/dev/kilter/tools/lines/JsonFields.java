package dev.kilter.tools.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilter.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of one line of JSON; whatever is wrong with one is told with its place. */
public final class JsonFields {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST_SHOWN = 60;

  /** A value: its text and where it stands; of nested ones only the names within an array. */
  private record Value(JsonToken token, String text, int column, List<String> names) {}

  private final Path file;
  private final int line;
  private final Map<String, Value> values = new HashMap<>();

  private JsonFields(Path file, int line) {
    this.file = file;
    this.line = line;
  }

  static JsonFields parse(Path file, int line, String text) {
    JsonFields fields = new JsonFields(file, line);
    try (JsonParser parser = JSON.createParser(text)) {
      fields.read(parser);
    } catch (JsonProcessingException e) {
      throw fields.error(column(e.getLocation()), "this is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from a string does not fail", e);
    }
    return fields;
  }

  private void read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw error(1, "a line must be one JSON object, such as {\"entity\": \"pump-1\", …}", null);
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      int column = column(parser.currentTokenLocation());
      String text = token.isScalarValue() ? parser.getText() : token.asString();
      List<String> names = token == JsonToken.START_ARRAY ? names(parser) : List.of();
      parser.skipChildren();
      values.put(name, new Value(token, text, column, names));
    }
    if (parser.nextToken() != null) {
      int column = column(parser.currentTokenLocation());
      throw error(column, "more follows behind the object; give each its own line", null);
    }
  }

  /** The field {@code name} of each object in an array that must be there. */
  public List<String> names(String field) {
    Value value = required(field, "an array");
    if (value.token() != JsonToken.START_ARRAY) {
      throw wrong(field, "an array");
    }
    return value.names();
  }

  /** Whether the field is there and not null. */
  public boolean has(String field) {
    return values.containsKey(field) && !isNull(field);
  }

  public boolean isNull(String field) {
    Value value = values.get(field);
    return value != null && value.token() == JsonToken.VALUE_NULL;
  }

  /** A text that must be there and not be empty. */
  public String text(String field) {
    Value value = required(field, "a text");
    if (value.token() != JsonToken.VALUE_STRING || value.text().isEmpty()) {
      throw wrong(field, "a text that is not empty");
    }
    return value.text();
  }

  /** An instant that must be there, in ISO 8601; to the millisecond. */
  public long instantMillis(String field) {
    String kind = "an instant such as \"2026-03-01T12:00:00Z\"";
    Value value = required(field, kind);
    if (value.token() != JsonToken.VALUE_STRING) {
      throw wrong(field, kind);
    }
    try {
      return Instant.parse(value.text()).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw error(value.column(), message(field, kind), e);
    }
  }

  /** A finite number that must be there. */
  public double number(String field) {
    Value value = required(field, "a number");
    if (!value.token().isNumeric()) {
      throw wrong(field, "a number");
    }
    double number = Double.parseDouble(value.text());
    if (!Double.isFinite(number)) {
      throw wrong(field, "a finite number");
    }
    return number;
  }

  /** Where this line stands. */
  public String place() {
    return file + ":" + line;
  }

  /** The error that says what the field should have been. */
  public UserError wrong(String field, String right) {
    return error(values.get(field).column(), message(field, right), null);
  }

  /** Reads an array to its end. */
  private static List<String> names(JsonParser parser) throws IOException {
    List<String> names = new ArrayList<>();
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new JsonParseException(parser, "the array does not end");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 2 && token == JsonToken.FIELD_NAME && parser.currentName().equals("name")) {
        names.add(parser.nextTextValue());
      }
    }
    return names;
  }

  private Value required(String field, String kind) {
    if (!values.containsKey(field)) {
      throw error(1, "\"" + field + "\" is missing; it must be " + kind, null);
    }
    return values.get(field);
  }

  private String message(String field, String right) {
    return "\"" + field + "\" must be " + right + ", not " + shown(values.get(field));
  }

  private static String shown(Value value) {
    String text =
        value.text().length() <= LONGEST_SHOWN
            ? value.text()
            : value.text().substring(0, LONGEST_SHOWN) + "…";
    return value.token() == JsonToken.VALUE_STRING ? "\"" + text + "\"" : text;
  }

  private UserError error(int column, String what, Exception cause) {
    return new UserError(place() + ":" + column + ": " + what + ".", cause);
  }

  private static int column(JsonLocation location) {
    return location == null ? 1 : Math.max(1, location.getColumnNr());
  }
}
