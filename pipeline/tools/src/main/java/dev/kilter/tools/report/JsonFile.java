package dev.kilter.tools.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilter.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file of JSON objects, one a line, read one field at a time; what is wrong is told with its
 * place. Compressed where the name ends in .gz.
 */
final class JsonFile implements Closeable {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LONGEST_SHOWN = 60;

  /** A step of the parser, which may find that the file is broken. */
  private interface Step<T> {
    T take() throws IOException;
  }

  private final Path file;
  private final JsonParser parser;
  private int line;

  private JsonFile(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Opens a file.
   *
   * @throws UserError if there is no such file
   */
  static JsonFile open(Path file) {
    try {
      InputStream bytes = Files.newInputStream(file);
      boolean packed = file.toString().endsWith(".gz");
      return new JsonFile(
          file, JSON.createParser(packed ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes));
    } catch (NoSuchFileException e) {
      throw new UserError("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** Goes on to the next object; false at the end of the file. */
  boolean next() {
    JsonToken token = step(parser::nextToken);
    if (token == null) {
      return false;
    }
    line = parser.currentTokenLocation().getLineNr();
    if (token != JsonToken.START_OBJECT) {
      throw error("a line must be one JSON object, such as {\"entity\": \"pump-1\", …}");
    }
    return true;
  }

  /** The name of the object's next field, whose value is to be taken; null behind the last. */
  String field() {
    if (step(parser::nextToken) == JsonToken.END_OBJECT) {
      return null;
    }
    String name = step(parser::currentName);
    step(parser::nextToken);
    return name;
  }

  /** A text that is not empty. */
  String text() {
    if (parser.currentToken() != JsonToken.VALUE_STRING || step(parser::getText).isEmpty()) {
      throw wrong("a text that is not empty");
    }
    return step(parser::getText);
  }

  /** A text, which is empty where there is null. */
  String textOrNone() {
    return parser.currentToken() == JsonToken.VALUE_NULL ? "" : text();
  }

  /** The one of these that the text names. */
  <T> T oneOf(T[] values, Function<T, String> label) {
    String text = text();
    for (T value : values) {
      if (label.apply(value).equals(text)) {
        return value;
      }
    }
    throw wrong("one of " + Stream.of(values).map(label).collect(Collectors.joining(", ")));
  }

  /** An instant in ISO 8601, to the millisecond. */
  long instantMillis() {
    String right = "an instant such as \"2026-03-01T12:00:00Z\"";
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw wrong(right);
    }
    try {
      return Instant.parse(step(parser::getText)).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong(right);
    }
  }

  /** A number; NaN where there is null. */
  double number() {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Double.NaN;
    }
    if (!parser.currentToken().isNumeric()) {
      throw wrong("a number or null");
    }
    return step(parser::getDoubleValue);
  }

  /** An object of numbers. */
  Map<String, Double> numbers() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw wrong("an object of numbers such as {\"flow\": 41.2}");
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String name = field(); name != null; name = field()) {
      numbers.put(name, number());
    }
    return numbers;
  }

  /** Enters a list; each of its objects is reached with {@link #nextInList}. */
  void list() {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw wrong("a list");
    }
  }

  /** Goes on to the list's next object; false at the list's end. */
  boolean nextInList() {
    JsonToken token = step(parser::nextToken);
    if (token != JsonToken.START_OBJECT && token != JsonToken.END_ARRAY) {
      throw wrong("a list of objects");
    }
    return token == JsonToken.START_OBJECT;
  }

  void skip() {
    step(parser::skipChildren);
  }

  /** The value of a field, if the object had it. */
  <T> T required(String field, T value) {
    if (value == null) {
      throw wrongLine("\"" + field + "\" is missing");
    }
    return value;
  }

  /** The error that says what is wrong with the object read last. */
  UserError wrongLine(String what) {
    return new UserError(file + ":" + line + ": " + what + ".");
  }

  /** The error that says what the value at hand should have been. */
  UserError wrong(String right) {
    String field = step(parser::currentName);
    String value = step(parser::getText);
    String shown =
        value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    return error("\"" + field + "\" must be " + right + ", not " + shown);
  }

  private UserError error(String what) {
    return new UserError(place(parser.currentTokenLocation()) + ": " + what + ".");
  }

  private <T> T step(Step<T> step) {
    try {
      return step.take();
    } catch (JsonProcessingException e) {
      String what = ": this is not JSON: " + e.getOriginalMessage() + ".";
      throw new UserError(place(e.getLocation()) + what, e);
    } catch (IOException e) {
      String what = ": reading failed: " + e.getMessage() + ".";
      throw new UserError(place(parser.currentLocation()) + what, e);
    }
  }

  private String place(JsonLocation location) {
    return file + ":" + location.getLineNr() + ":" + location.getColumnNr();
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UserError(file + " cannot be closed: " + e.getMessage() + ".", e);
    }
  }
}
