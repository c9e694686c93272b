package dev.kilter.job.config;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Looks whether fields and channels stand apart from each other: the one pass over an event takes
 * each place once. What holds the values of a wide event may hold the other fields too.
 */
final class PlaceCheck {
  private static final String VALUES = "values";

  private final YamlSection fields;
  private final YamlSection channels;
  private final Map<String, String> seen = new LinkedHashMap<>();

  PlaceCheck(YamlSection fields, YamlSection channels) {
    this.fields = fields;
    this.channels = channels;
  }

  void check(EventFormat format) {
    Map<String, String> places = format.fields().places();
    String values = places.remove(VALUES);
    places.forEach((key, place) -> check(key, place, fields));
    if (values != null) {
      checkHolder(values);
    }
    for (ChannelConfig channel : format.channels()) {
      check(channel.name(), format.place(channel), channels);
    }
  }

  private void check(String key, String place, YamlSection section) {
    seen.forEach(
        (other, taken) -> {
          if (isIn(place, taken) || isIn(taken, place)) {
            wrong(key, place, section, other);
          }
        });
    seen.put(key, place);
  }

  private void checkHolder(String values) {
    seen.forEach(
        (other, taken) -> {
          if (isIn(values, taken)) {
            wrong(VALUES, values, fields, other);
          }
        });
  }

  private void wrong(String key, String place, YamlSection section, String other) {
    String right = "apart from " + other + ", \"" + seen.get(other) + "\"";
    section.wrong(key, "\"" + place + "\"", right);
  }

  private static boolean isIn(String pointer, String other) {
    return (pointer + "/").startsWith(other + "/");
  }
}
