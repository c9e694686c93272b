package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NOT_AN_EVENT;
import static dev.kilter.event.DeadLetterReason.NOT_A_NUMBER;
import static dev.kilter.event.DeadLetterReason.NO_ENTITY;
import static dev.kilter.event.DeadLetterReason.NO_TIME;

import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What is known of one reading as its fields come by, in any order. Used again for one reading
 * after the other: only the values go out with the event.
 */
final class Draft {
  private static final int LONGEST_NAME = 1_000;

  private final Channels channels;
  private final BitSet named = new BitSet();
  private double[] values;
  private String entity;
  private long timeMillis;
  private boolean hasTime;
  private String channel;
  private double longValue;
  private boolean hasLongValue;
  private boolean surrounds;

  Draft(Channels channels) {
    this.channels = channels;
  }

  /** Forgets the reading before. */
  void begin() {
    named.clear();
    values = null;
    entity = null;
    hasTime = false;
    channel = null;
    longValue = Double.NaN;
    hasLongValue = false;
    surrounds = false;
  }

  /** Notes that a field is there. Which of two is meant nobody knows. */
  void note(FieldTree field) throws Rejection {
    if (named.get(field.number())) {
      throw new Rejection(NOT_AN_EVENT, field.name() + " is there twice");
    }
    named.set(field.number());
  }

  /** Whether it is no reading, since it holds an array of them. */
  boolean surrounds() {
    return surrounds;
  }

  /** The entity's name, or null. */
  void entity(String name) throws Rejection {
    entity = checked("entity", name);
  }

  /** Of a long event the channel's name, or null. */
  void channel(String name) throws Rejection {
    channel = checked("channel", name);
  }

  private static String checked(String field, String text) throws Rejection {
    if (text != null && text.length() > LONGEST_NAME) {
      throw new Rejection(NOT_AN_EVENT, field + " has more than " + LONGEST_NAME + " characters");
    }
    return text;
  }

  void time(long millis) {
    timeMillis = millis;
    hasTime = true;
  }

  /** The value of a long event, as it came. */
  void longValue(double value) {
    longValue = value;
    hasLongValue = true;
  }

  /** It is no reading: it holds an array of them. */
  void surround() {
    surrounds = true;
  }

  /** The value of a channel, as it came; NaN where it is absent. */
  void value(int position, double value) throws Rejection {
    if (values == null) {
      values = new double[channels.count()];
      Arrays.fill(values, Double.NaN);
    }
    values[position] = converted(position, value);
  }

  private double converted(int position, double value) throws Rejection {
    double converted = channels.convert(position, value);
    if (Math.abs(converted) > Float.MAX_VALUE) {
      throw new Rejection(
          NOT_A_NUMBER,
          channels.name(position) + " is " + converted + ", too large to be computed with");
    }
    return converted;
  }

  /** What this lacks of entity, time and channel is that of the message around it. */
  void inherit(Draft around) {
    entity = entity == null ? around.entity : entity;
    channel = channel == null ? around.channel : channel;
    if (!hasTime && around.hasTime) {
      time(around.timeMillis);
    }
  }

  /**
   * Brings the channel and the value of a long event together, once both are known.
   *
   * @return whether there is a channel that the pipeline file names
   */
  boolean settle() throws Rejection {
    int position = channel == null ? -1 : channels.position(channel);
    if (position >= 0 && (hasLongValue || values == null)) {
      if (values != null && !Double.isNaN(values[position])) {
        throw new Rejection(NOT_AN_EVENT, channels.name(position) + " is there twice");
      }
      value(position, longValue);
    }
    return values != null;
  }

  /** Why it is no event, of one without a channel that the pipeline file names. */
  Rejection withoutChannel() throws Rejection {
    check();
    return new Rejection(
        NOT_AN_EVENT,
        "the event has no channel that the pipeline file names: " + Shown.of(channels.names()));
  }

  /**
   * The event that the reading comes to; it was settled before.
   *
   * @param index its place among the readings of the record
   */
  Event event(RecordPosition position, int index) throws Rejection {
    check();
    return new Event(entity, timeMillis, values, position.partition(), position.offset(), index);
  }

  private void check() throws Rejection {
    if (entity == null || entity.isBlank()) {
      throw new Rejection(NO_ENTITY, "the event names no entity");
    }
    if (!hasTime) {
      throw new Rejection(NO_TIME, "the event has no time");
    }
  }
}
