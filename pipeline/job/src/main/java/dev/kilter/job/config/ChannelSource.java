package dev.kilter.job.config;

import java.io.Serializable;

/**
 * Where and how the values of a channel come in.
 *
 * @param field its name in events, or a JSON pointer to its value, as {@code /sensors/0/t} is
 * @param scale what a value is multiplied by to be in the channel's unit
 * @param offset what is added then
 */
public record ChannelSource(String field, double scale, double offset) implements Serializable {

  /** A channel of this name whose values come in its own unit. */
  public static ChannelSource of(String name) {
    return new ChannelSource(name, 1, 0);
  }

  static ChannelSource read(String name, boolean counter, YamlSection channel) {
    String field = channel.parsed("field", name, ChannelSource::checkedField);
    double scale = channel.parsed("scale", 1.0, ChannelSource::scale);
    double offset = channel.parsed("offset", 0.0, ChannelSource::number);
    ChannelSource raw = new ChannelSource(field, scale, offset);
    String unit = channel.text("unit", "");
    return channel.parsed(
        "from-unit", raw, from -> raw.then(UnitConversion.between(from, unit, counter)));
  }

  /** The value in the channel's unit. */
  public double convert(double value) {
    return value * scale + offset;
  }

  /** Whether the field is a pointer; it is the channel's name in events otherwise. */
  public boolean isPointer() {
    return field.startsWith("/");
  }

  private ChannelSource then(UnitConversion unit) {
    return new ChannelSource(field, scale * unit.scale(), offset * unit.scale() + unit.offset());
  }

  private static String checkedField(String text) {
    if (text.isBlank() || text.equals("/")) {
      throw new IllegalArgumentException(
          "a channel's name in events, or a JSON pointer such as /sensors/temperature");
    }
    return text;
  }

  private static double scale(String text) {
    double scale = number(text);
    if (scale == 0) {
      throw new IllegalArgumentException("a number other than 0");
    }
    return scale;
  }

  private static double number(String text) {
    try {
      return Parsers.number(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a number", e);
    }
  }
}
