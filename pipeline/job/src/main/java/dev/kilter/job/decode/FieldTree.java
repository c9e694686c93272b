package dev.kilter.job.decode;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.EventFields;
import dev.kilter.job.config.EventFormat;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The fields of an event as a tree, so that one pass over it finds them all. */
final class FieldTree {
  /** What a field is for. */
  enum Role {
    ENTITY,
    TIME,
    /** Of a long event, the channel's name. */
    CHANNEL,
    /** Of a long event, the value. */
    VALUE,
    /** Of a wide event, that within which the channels are. */
    VALUES,
    /** Of a wide event, the value of one channel. */
    CHANNEL_VALUE,
    /** The array of a message's readings. */
    READINGS,
    /** It only leads to others. */
    NONE
  }

  private final Map<String, FieldTree> children = new HashMap<>();
  private final SerializableString key;
  private final String name;
  private final int number;
  private Role role = Role.NONE;
  private boolean hasItems;
  private int channel = -1;
  private FieldTree likelyFirst;
  private FieldTree likelyNext;

  private FieldTree(String key, String name, int number) {
    this.key = new SerializedString(key);
    this.name = name;
    this.number = number;
  }

  static FieldTree of(EventFormat format) {
    FieldTree root = new FieldTree("", "", 0);
    AtomicInteger count = new AtomicInteger();
    EventFields fields = format.fields();
    root.add(fields.entity(), "entity", count).role = Role.ENTITY;
    root.add(fields.time(), "time", count).role = Role.TIME;
    root.addIfThere(fields.values().isEmpty() ? null : fields.values(), Role.VALUES, count);
    for (int position = 0; position < format.channels().size(); position++) {
      ChannelConfig channel = format.channels().get(position);
      FieldTree field = root.add(format.place(channel), channel.name(), count);
      field.role = Role.CHANNEL_VALUE;
      field.channel = position;
    }
    root.addIfThere(fields.channel(), Role.CHANNEL, count);
    root.addIfThere(fields.value(), Role.VALUE, count);
    root.addIfThere(fields.readings(), Role.READINGS, count);
    return root;
  }

  /** What is below this field under a name, or null if nothing of interest. */
  FieldTree child(String field) {
    return children.get(field);
  }

  /** Its name as it is written in an object. */
  SerializableString key() {
    return key;
  }

  /** Which one came first below this field in the object before; null where nobody knows. */
  FieldTree likelyFirst() {
    return likelyFirst;
  }

  /** Which one came behind this field in the object before; null where nobody knows. */
  FieldTree likelyNext() {
    return likelyNext;
  }

  /** Remembers what came first below this field; null if it was nothing of interest. */
  void beganWith(FieldTree field) {
    likelyFirst = field;
  }

  /** Remembers what came behind this field; null if it was nothing of interest. */
  void cameBefore(FieldTree field) {
    likelyNext = field;
  }

  /** Whether anything of interest is an item of an array, as {@code /sensors/0/t} is. */
  boolean hasItems() {
    return hasItems;
  }

  /** What this field is for. */
  Role role() {
    return role;
  }

  /** Of the value of a channel, which one. */
  int channel() {
    return channel;
  }

  /** What it is called in messages. */
  String name() {
    return name;
  }

  /** What tells it from all others of the tree, from 1. */
  int number() {
    return number;
  }

  private void addIfThere(String pointer, Role leafRole, AtomicInteger count) {
    if (pointer != null) {
      add(pointer, leafRole.name().toLowerCase(Locale.ROOT), count).role = leafRole;
    }
  }

  private FieldTree add(String pointer, String leafName, AtomicInteger count) {
    FieldTree node = this;
    for (Iterator<String> steps = EventFields.steps(pointer).iterator(); steps.hasNext(); ) {
      String step = steps.next();
      String called = steps.hasNext() ? step : leafName;
      node.hasItems |= step.matches("0|[1-9]\\d{0,8}");
      node =
          node.children.computeIfAbsent(
              step, unseen -> new FieldTree(step, called, count.incrementAndGet()));
    }
    return node;
  }
}
