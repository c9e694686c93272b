package dev.kilter.tools.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Files for tests: lines as Kilter writes them, times in minutes since the epoch. */
final class Recorded {
  private Recorded() {}

  static Path file(Path folder, String name, String... lines) {
    try {
      return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String score(String detector, String entity, long minute, double score) {
    return "{\"detector\":\"%s\",\"entity\":\"%s\",\"time\":\"%s\",\"score\":%s,\"raw\":1,\"threshold\":2}"
        .formatted(detector, entity, time(minute), score);
  }

  static String notJudged(String entity, long minute) {
    return "{\"detector\":\"d\",\"entity\":\"%s\",\"time\":\"%s\",\"notJudged\":\"gap\"}"
        .formatted(entity, time(minute));
  }

  static String opened(String incident, String entity, long minute) {
    return alert(incident, entity, "open", minute, minute);
  }

  static String closed(String incident, String entity, long opened, long minute) {
    return alert(incident, entity, "closed", opened, minute);
  }

  static String label(String entity, long from, long to) {
    return "{\"entity\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"kind\":\"leak\",\"size\":null}"
        .formatted(entity, time(from), time(to));
  }

  static String time(long minute) {
    return Instant.ofEpochSecond(60 * minute).toString();
  }

  private static String alert(
      String incident, String entity, String status, long opened, long minute) {
    return ("{\"incident\":\"%s\",\"revision\":1,\"status\":\"%s\",\"detector\":\"d\","
            + "\"entity\":\"%s\",\"opened\":\"%s\",\"time\":\"%s\",\"channels\":[{\"name\":\"x\"}]}")
        .formatted(incident, status, entity, time(opened), time(minute));
  }
}
