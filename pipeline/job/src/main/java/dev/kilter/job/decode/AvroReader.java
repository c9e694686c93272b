package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NOT_AN_EVENT;
import static dev.kilter.event.DeadLetterReason.NOT_AVRO;
import static dev.kilter.event.DeadLetterReason.NOT_A_NUMBER;
import static dev.kilter.event.DeadLetterReason.NO_TIME;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.util.Utf8;

/** Goes through the record of one message, gathering what its readings need. */
final class AvroReader {
  private final FieldTree fields;
  private final EventTimes times;
  private Message message;

  AvroReader(FieldTree fields, EventTimes times) {
    this.fields = fields;
    this.times = times;
  }

  /** Reads a record, or an array of records. */
  void read(Object datum, Message into) throws Rejection {
    message = into;
    if (datum instanceof List<?> several) {
      readArray(several);
    } else {
      readReading(datum);
    }
  }

  private void readArray(List<?> items) throws Rejection {
    message.several();
    for (int place = 0; place < items.size(); place++) {
      try {
        readReading(items.get(place));
      } catch (Rejection e) {
        throw message.located(e, place);
      }
    }
  }

  /** One record: a reading, or what stands around an array of them. */
  private void readReading(Object item) throws Rejection {
    if (!(item instanceof IndexedRecord record)) {
      throw new Rejection(NOT_AN_EVENT, "it is " + shown(item) + " where a record belongs");
    }
    int place = message.count();
    Draft draft = message.next();
    readRecord(fields, record, draft);
    if (draft.surrounds()) {
      message.surround(place);
    }
  }

  private void readRecord(FieldTree tree, IndexedRecord record, Draft draft) throws Rejection {
    for (Schema.Field field : record.getSchema().getFields()) {
      take(tree.child(field.name()), record.get(field.pos()), draft);
    }
  }

  private void readMap(FieldTree tree, Map<?, ?> map, Draft draft) throws Rejection {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      take(tree.child(entry.getKey().toString()), entry.getValue(), draft);
    }
  }

  private void take(FieldTree field, Object value, Draft draft) throws Rejection {
    if (field == null) {
      return;
    }
    draft.note(field);
    switch (field.role()) {
      case CHANNEL_VALUE -> draft.value(field.channel(), number(field, value));
      case ENTITY -> draft.entity(text(field, value));
      case TIME -> takeTime(value, draft);
      case CHANNEL -> draft.channel(text(field, value));
      case VALUE -> draft.longValue(number(field, value));
      case READINGS -> takeReadings(value, draft);
      case VALUES -> takeValues(field, value, draft);
      case NONE -> goOn(field, value, draft);
    }
  }

  private static String text(FieldTree field, Object value) throws Rejection {
    boolean text =
        value instanceof CharSequence
            || value instanceof GenericEnumSymbol
            || value instanceof Integer
            || value instanceof Long;
    if (value != null && !text) {
      throw new Rejection(
          NOT_AN_EVENT, field.name() + " is " + shown(value) + " where a text belongs");
    }
    return value instanceof Utf8 utf8 ? strict(field, utf8) : Objects.toString(value, null);
  }

  /** Bytes that are no UTF-8 are an error, as they are in JSON, not a question mark. */
  private static String strict(FieldTree field, Utf8 utf8) throws Rejection {
    String text = utf8.toString();
    if (text.indexOf('\uFFFD') >= 0 && !new Utf8(text).equals(utf8)) {
      throw new Rejection(NOT_AVRO, field.name() + " is " + Shown.of(text) + ", which is no UTF-8");
    }
    return text;
  }

  /** A number; NaN where it is absent. */
  private static double number(FieldTree field, Object value) throws Rejection {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value != null) {
      throw new Rejection(
          NOT_A_NUMBER, field.name() + " is " + shown(value) + " where a number belongs");
    }
    return Double.NaN;
  }

  private void takeTime(Object value, Draft draft) throws Rejection {
    if (value instanceof Long || value instanceof Integer) {
      draft.time(times.millis(((Number) value).longValue()));
    } else if (value instanceof Double number) {
      draft.time(times.millis(number));
    } else if (value instanceof CharSequence text) {
      draft.time(times.millis(text.toString()));
    } else if (value != null) {
      throw new Rejection(NO_TIME, "the time is " + shown(value));
    }
  }

  private void takeReadings(Object value, Draft draft) throws Rejection {
    if (value == null) {
      return;
    }
    if (!(value instanceof List<?> several)) {
      throw new Rejection(NOT_AN_EVENT, "readings is " + shown(value) + " where an array belongs");
    }
    draft.surround();
    message.enterReadings();
    readArray(several);
    message.leaveReadings();
  }

  private void takeValues(FieldTree field, Object value, Draft draft) throws Rejection {
    boolean values =
        value instanceof IndexedRecord
            || value instanceof Map
            || (value instanceof List && field.hasItems());
    if (value != null && !values) {
      throw new Rejection(
          NOT_AN_EVENT, "values is " + shown(value) + " where a record or a map belongs");
    }
    goOn(field, value, draft);
  }

  private void goOn(FieldTree field, Object value, Draft draft) throws Rejection {
    if (value instanceof IndexedRecord record) {
      readRecord(field, record, draft);
    } else if (value instanceof Map<?, ?> map) {
      readMap(field, map, draft);
    } else if (value instanceof List<?> items && field.hasItems()) {
      readItems(field, items, draft);
    }
  }

  private void readItems(FieldTree tree, List<?> items, Draft draft) throws Rejection {
    for (int index = 0; index < items.size(); index++) {
      take(tree.child(Integer.toString(index)), items.get(index), draft);
    }
  }

  private static String shown(Object value) {
    return Shown.of(String.valueOf(value));
  }
}
