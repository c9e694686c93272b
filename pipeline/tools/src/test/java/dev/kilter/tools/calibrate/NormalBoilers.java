package dev.kilter.tools.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Recordings of boilers for tests, with the channels of the networks that others exported. */
final class NormalBoilers {
  static final List<String> CHANNELS = List.of("temperature", "vibration", "speed");
  private static final double[] MEAN = {70, 0.5, 1450};
  private static final double[] DEVIATION = {4, 0.25, 90};
  private static final String ENTITY_TIME_VALUES =
      ".*:\"([^\"]+)\",\"time\":\"([^\"]+)\".*?:([^:,]+),\"vibration\":([^,]+),\"speed\":([^,]+),.*";
  private static final long BEGIN_SECONDS = 1_772_366_400;
  private static final int PERIOD_SECONDS = 10;

  private final List<String> events = new ArrayList<>();
  private final Random random;

  NormalBoilers(long seed) {
    this.random = new Random(seed);
  }

  /** So many boilers that run normally for so many rows. */
  NormalBoilers running(int boilers, int rows) {
    for (int row = 0; row < rows; row++) {
      for (int boiler = 0; boiler < boilers; boiler++) {
        add("boiler-" + boiler, row, 0);
      }
    }
    return this;
  }

  /** One boiler goes on for some rows, so many deviations away from what is usual. */
  NormalBoilers faulty(String boiler, int fromRow, int rows, double deviations) {
    for (int row = fromRow; row < fromRow + rows; row++) {
      add(boiler, row, deviations);
    }
    return this;
  }

  /** Without the values of a channel, or with another text in their stead. */
  NormalBoilers with(String channel, String value) {
    String replaced = value == null ? "" : "\"" + channel + "\":" + value + ",";
    events.replaceAll(event -> event.replaceAll("\"" + channel + "\":[^,}]*,", replaced));
    return this;
  }

  private void add(String boiler, int row, double deviations) {
    StringBuilder values = new StringBuilder();
    for (int channel = 0; channel < MEAN.length; channel++) {
      double value = MEAN[channel] + DEVIATION[channel] * (random.nextGaussian() + deviations);
      String name = CHANNELS.get(channel);
      values.append(String.format(Locale.ROOT, "\"%s\":%.4f,", name, value));
    }
    Instant time = Instant.ofEpochSecond(BEGIN_SECONDS + (long) row * PERIOD_SECONDS);
    events.add(
        "{\"entity\":\"%s\",\"time\":\"%s\",\"values\":{%s\"load\":1}}"
            .formatted(boiler, time, values));
  }

  /** The same as CSV: when, who, and the values in the order of the channels. */
  Path csvIn(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of("when,who,T,vibration,n"));
    for (String event : events) {
      lines.add(event.replaceAll(ENTITY_TIME_VALUES, "$2,$1,$3,$4,$5"));
    }
    return Files.write(file, lines);
  }

  Path in(Path file) throws IOException {
    return Files.write(file, events);
  }

  /** What init left open and only a person knows, filled in. */
  static Path filledIn(Path bundle) throws IOException {
    Path contract = bundle.resolve("model.json");
    String draft = Files.readString(contract);
    String[] units = {"Cel", "mm/s", "rpm"};
    for (int channel = 0; channel < units.length; channel++) {
      draft =
          draft
              .replaceFirst("\"name\" : null", "\"name\" : \"" + CHANNELS.get(channel) + '"')
              .replaceFirst("\"unit\" : null", "\"unit\" : \"" + units[channel] + '"')
              .replaceFirst("\"maximumAge\" : null", "\"maximumAge\" : \"PT60S\"");
    }
    Files.writeString(contract, draft.replace("\"period\" : null", "\"period\" : \"PT10S\""));
    return bundle;
  }
}
