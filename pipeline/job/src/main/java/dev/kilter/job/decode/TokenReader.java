package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NOT_AN_EVENT;
import static dev.kilter.event.DeadLetterReason.NOT_A_NUMBER;
import static dev.kilter.event.DeadLetterReason.NO_TIME;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.NumberInput;
import java.io.IOException;

/** One pass over the tokens of a record, gathering what its readings need. */
final class TokenReader {
  private static final String NOT_MEASURED = "NaN";

  private final FieldTree fields;
  private final EventTimes times;
  private final boolean numbersAreTexts;
  private JsonParser tokens;
  private Message message;

  /**
   * A reader of such fields.
   *
   * @param numbersAreTexts whether all comes as text, as in CSV
   */
  TokenReader(FieldTree fields, EventTimes times, boolean numbersAreTexts) {
    this.fields = fields;
    this.times = times;
    this.numbersAreTexts = numbersAreTexts;
  }

  /** Reads one object, or one array of objects, and nothing else. */
  void readOne(JsonParser from, Message into) throws IOException, Rejection {
    tokens = from;
    message = into;
    JsonToken token = tokens.nextToken();
    if (token == JsonToken.START_ARRAY) {
      readArray();
    } else if (token == JsonToken.START_OBJECT) {
      readReading();
    } else {
      throw new Rejection(
          NOT_AN_EVENT, "an event is an object or an array of them, this is " + shown());
    }
    if (tokens.nextToken() != null) {
      throw new Rejection(NOT_AN_EVENT, "there is more behind the event");
    }
  }

  /** Reads objects as long as there are any. */
  void readAll(JsonParser from, Message into) throws IOException, Rejection {
    tokens = from;
    message = into;
    message.several();
    for (int place = 0; tokens.nextToken() != null; place++) {
      try {
        readReading();
      } catch (Rejection e) {
        throw message.located(e, place);
      }
    }
  }

  private void readArray() throws IOException, Rejection {
    message.several();
    for (int place = 0; tokens.nextToken() != JsonToken.END_ARRAY; place++) {
      try {
        if (tokens.currentToken() != JsonToken.START_OBJECT) {
          throw new Rejection(NOT_AN_EVENT, "it is " + shown() + " where an object belongs");
        }
        readReading();
      } catch (Rejection e) {
        throw message.located(e, place);
      }
    }
  }

  /** One object: a reading, or what stands around an array of them. */
  private void readReading() throws IOException, Rejection {
    int place = message.count();
    Draft draft = message.next();
    readObject(fields, draft);
    if (draft.surrounds()) {
      message.surround(place);
    }
  }

  /** Fields mostly come in the order of the object before: so they are not looked up. */
  private void readObject(FieldTree tree, Draft draft) throws IOException, Rejection {
    FieldTree field = nextField(tree, tree.likelyFirst());
    tree.beganWith(field);
    while (tokens.currentToken() == JsonToken.FIELD_NAME) {
      take(field, tokens.nextToken(), draft);
      FieldTree next = nextField(tree, field == null ? null : field.likelyNext());
      if (field != null) {
        field.cameBefore(next);
      }
      field = next;
    }
  }

  /** The next field, or null if it is of no interest or there is none. */
  private FieldTree nextField(FieldTree tree, FieldTree likely) throws IOException {
    if (likely == null) {
      String name = tokens.nextFieldName();
      return name == null ? null : tree.child(name);
    }
    if (tokens.nextFieldName(likely.key())) {
      return likely;
    }
    return tokens.currentToken() == JsonToken.FIELD_NAME ? tree.child(tokens.currentName()) : null;
  }

  private void take(FieldTree field, JsonToken token, Draft draft) throws IOException, Rejection {
    if (field == null) {
      tokens.skipChildren();
      return;
    }
    draft.note(field);
    switch (field.role()) {
      case CHANNEL_VALUE -> draft.value(field.channel(), number(field, token));
      case ENTITY -> draft.entity(text(field, token));
      case TIME -> takeTime(token, draft);
      case CHANNEL -> draft.channel(text(field, token));
      case VALUE -> draft.longValue(number(field, token));
      case READINGS -> takeReadings(token, draft);
      case VALUES -> takeValues(field, token, draft);
      case NONE -> goOn(field, token, draft);
    }
  }

  private String text(FieldTree field, JsonToken token) throws IOException, Rejection {
    return switch (token) {
      case VALUE_STRING, VALUE_NUMBER_INT -> tokens.getText();
      case VALUE_NULL -> null;
      default ->
          throw new Rejection(
              NOT_AN_EVENT, field.name() + " is " + shown() + " where a text belongs");
    };
  }

  /** A number; NaN where it is absent. */
  private double number(FieldTree field, JsonToken token) throws IOException, Rejection {
    return switch (token) {
      case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> tokens.getDoubleValue();
      case VALUE_NULL -> Double.NaN;
      default -> numberInText(field, token);
    };
  }

  private double numberInText(FieldTree field, JsonToken token) throws IOException, Rejection {
    String text = tokens.getText();
    if (numbersAreTexts && token == JsonToken.VALUE_STRING) {
      if (NumberInput.looksLikeValidNumber(text)) {
        return NumberInput.parseDouble(text, true);
      }
      if (text.equals(NOT_MEASURED)) {
        return Double.NaN;
      }
    }
    throw new Rejection(NOT_A_NUMBER, field.name() + " is " + shown() + " where a number belongs");
  }

  private void takeTime(JsonToken token, Draft draft) throws IOException, Rejection {
    switch (token) {
      case VALUE_NULL -> {}
      case VALUE_STRING ->
          draft.time(
              times.millis(
                  tokens.getTextCharacters(), tokens.getTextOffset(), tokens.getTextLength()));
      case VALUE_NUMBER_INT -> draft.time(times.millis(wholeNumber()));
      case VALUE_NUMBER_FLOAT -> draft.time(times.millis(tokens.getDoubleValue()));
      default -> throw new Rejection(NO_TIME, "the time is " + shown());
    }
  }

  private long wholeNumber() throws IOException, Rejection {
    if (tokens.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw new Rejection(NO_TIME, "the time " + shown() + " is too large a number");
    }
    return tokens.getLongValue();
  }

  private void takeReadings(JsonToken token, Draft draft) throws IOException, Rejection {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_ARRAY) {
      throw new Rejection(NOT_AN_EVENT, "readings is " + shown() + " where an array belongs");
    }
    draft.surround();
    message.enterReadings();
    readArray();
    message.leaveReadings();
  }

  private void takeValues(FieldTree field, JsonToken token, Draft draft)
      throws IOException, Rejection {
    boolean values = token == JsonToken.START_OBJECT || token == JsonToken.VALUE_NULL;
    if (!values && !(token == JsonToken.START_ARRAY && field.hasItems())) {
      throw new Rejection(NOT_AN_EVENT, "values is " + shown() + " where an object belongs");
    }
    goOn(field, token, draft);
  }

  private void goOn(FieldTree field, JsonToken token, Draft draft) throws IOException, Rejection {
    if (token == JsonToken.START_OBJECT) {
      readObject(field, draft);
    } else if (token == JsonToken.START_ARRAY && field.hasItems()) {
      readItems(field, draft);
    } else {
      tokens.skipChildren();
    }
  }

  private void readItems(FieldTree tree, Draft draft) throws IOException, Rejection {
    int index = 0;
    for (JsonToken token = tokens.nextToken();
        token != JsonToken.END_ARRAY;
        token = tokens.nextToken()) {
      take(tree.child(Integer.toString(index++)), token, draft);
    }
  }

  private String shown() throws IOException {
    return tokens.currentToken() == null ? "nothing" : Shown.of(tokens.getText());
  }
}
