package dev.kilter.tools.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilter.UserError;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of one object of JSON; whatever is wrong with one is told with its place. */
public final class JsonFields {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST_SHOWN = 60;

  /** A value: its text and where it stands; an object has fields, an array the objects in it. */
  private record Value(
      JsonToken token, String text, int column, JsonFields fields, List<JsonFields> items) {}

  private final String place;
  private final int column;
  private final Map<String, Value> values = new LinkedHashMap<>();

  private JsonFields(String place, int column) {
    this.place = place;
    this.column = column;
  }

  /**
   * Reads one object of JSON.
   *
   * @param place where it stands, for errors
   * @throws UserError with the place of what is no JSON, or no object
   */
  public static JsonFields parse(String place, byte[] text) {
    JsonFields fields = new JsonFields(place, 1);
    try (JsonParser parser = JSON.createParser(text)) {
      fields.readLine(parser);
    } catch (JsonProcessingException e) {
      throw fields.error(column(e.getLocation()), "this is not JSON: " + e.getOriginalMessage(), e);
    } catch (CharConversionException e) {
      throw fields.error(1, "this is not JSON: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from bytes does not fail", e);
    }
    return fields;
  }

  private void readLine(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw error(1, "a line must be one JSON object, such as {\"entity\": \"pump-1\", …}", null);
    }
    read(parser);
    if (parser.nextToken() != null) {
      int next = column(parser.currentTokenLocation());
      throw error(next, "more follows behind the object; give each its own line", null);
    }
  }

  private void read(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      values.put(name, value(parser));
    }
  }

  private Value value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    int at = column(parser.currentTokenLocation());
    return switch (token) {
      case START_OBJECT -> new Value(token, "{", at, object(parser, at), List.of());
      case START_ARRAY -> new Value(token, "[", at, null, objects(parser));
      default -> new Value(token, parser.getText(), at, null, List.of());
    };
  }

  private JsonFields object(JsonParser parser, int at) throws IOException {
    JsonFields fields = new JsonFields(place, at);
    fields.read(parser);
    return fields;
  }

  /** The objects of an array; what else is in it is passed over. */
  private List<JsonFields> objects(JsonParser parser) throws IOException {
    List<JsonFields> objects = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Value item = value(parser);
      if (item.fields() != null) {
        objects.add(item.fields());
      }
    }
    return objects;
  }

  /** The objects of an array that must be there. */
  public List<JsonFields> objects(String field) {
    Value value = required(field, "an array");
    if (value.token() != JsonToken.START_ARRAY) {
      throw wrong(field, "an array");
    }
    return value.items();
  }

  /** An object of numbers that must be there, in the order in which they stand; NaN for null. */
  public Map<String, Double> numbers(String field) {
    String kind = "an object of numbers such as {\"flow\": 41.2}";
    JsonFields object = required(field, kind).fields();
    if (object == null) {
      throw wrong(field, kind);
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    object.values.keySet().forEach(name -> numbers.put(name, object.numberOrNone(name)));
    return numbers;
  }

  /** Whether the field is there and not null. */
  public boolean has(String field) {
    return values.containsKey(field) && !isNull(field);
  }

  /** Whether the field is there and true. */
  public boolean isTrue(String field) {
    Value value = values.get(field);
    return value != null && value.token() == JsonToken.VALUE_TRUE;
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

  /** The one of these that the text names, which must be there. */
  public <T> T oneOf(String field, T[] values, Function<T, String> label) {
    String text = text(field);
    for (T value : values) {
      if (label.apply(value).equals(text)) {
        return value;
      }
    }
    String labels = Stream.of(values).map(label).collect(Collectors.joining(", "));
    throw wrong(field, "one of " + labels);
  }

  /** A finite number that must be there, or null, which is NaN. */
  public double numberOrNone(String field) {
    return isNull(field) ? Double.NaN : number(field);
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
    return place;
  }

  /** The error that says what the field should have been. */
  public UserError wrong(String field, String right) {
    return error(values.get(field).column(), message(field, right), null);
  }

  private Value required(String field, String kind) {
    if (!values.containsKey(field)) {
      throw error(column, "\"" + field + "\" is missing; it must be " + kind, null);
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

  private UserError error(int at, String what, Exception cause) {
    return new UserError(place + ":" + at + ": " + what + ".", cause);
  }

  private static int column(JsonLocation location) {
    return location == null ? 1 : Math.max(1, location.getColumnNr());
  }
}
