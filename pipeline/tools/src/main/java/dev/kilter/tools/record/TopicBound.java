package dev.kilter.tools.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where in a topic a recording begins or ends. */
public sealed interface TopicBound {

  /** The oldest record there is. */
  record Earliest() implements TopicBound {}

  /** Behind the newest record there is now. */
  record Latest() implements TopicBound {}

  /** The first record whose Kafka timestamp is not before this time. */
  record AtTime(Instant time) implements TopicBound {}

  /** The same offset in every partition. */
  record AtOffset(long offset) implements TopicBound {}

  /** An offset for some of the partitions. */
  record AtOffsets(Map<Integer, Long> offsets) implements TopicBound {}

  /** The time as a person gave it, or null. */
  default Instant timeOrNull() {
    return this instanceof AtTime at ? at.time() : null;
  }

  /**
   * Reads a bound as the command line has it.
   *
   * @throws TypeConversionException if it is none
   */
  static TopicBound parse(String text) {
    if (text.equals("earliest")) {
      return new Earliest();
    }
    if (text.equals("latest")) {
      return new Latest();
    }
    if (text.matches("\\d{1,18}")) {
      return new AtOffset(Long.parseLong(text));
    }
    if (text.matches("\\d{1,9}:\\d{1,18}(,\\d{1,9}:\\d{1,18})*")) {
      return offsets(text);
    }
    try {
      return new AtTime(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is neither earliest or latest nor an offset such as 1200, offsets by partition"
              + " such as 0:1200,1:900, or a time such as 2026-03-01T00:00:00Z");
    }
  }

  private static TopicBound offsets(String text) {
    Map<Integer, Long> offsets = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      int colon = pair.indexOf(':');
      int partition = Integer.parseInt(pair.substring(0, colon));
      if (offsets.put(partition, Long.parseLong(pair.substring(colon + 1))) != null) {
        throw new TypeConversionException("'" + text + "' names partition " + partition + " twice");
      }
    }
    return new AtOffsets(offsets);
  }

  /** For the command line. */
  final class Converter implements ITypeConverter<TopicBound> {
    @Override
    public TopicBound convert(String text) {
      return parse(text);
    }
  }
}
