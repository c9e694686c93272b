package dev.kilter.tools.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Files for tests: lines as Kilter writes them, times in minutes since the epoch. */
public final class LineFiles {
  private LineFiles() {}

  public static Path file(Path folder, String name, String... lines) {
    try {
      return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String score(String detector, String entity, long minute, double score) {
    return "{\"detector\":\"%s\",\"entity\":\"%s\",\"time\":\"%s\",\"score\":%s,\"raw\":1,\"threshold\":2}"
        .formatted(detector, entity, time(minute), score);
  }

  public static String notJudged(String entity, long minute) {
    return "{\"detector\":\"d\",\"entity\":\"%s\",\"time\":\"%s\",\"notJudged\":\"gap\"}"
        .formatted(entity, time(minute));
  }

  public static String notJudged(String entity, long minute, String reason) {
    return notJudged(entity, minute).replace("gap", reason);
  }

  /** A message that something has begun, of a channel of an entity. */
  public static String began(String id, String entity, String kind, long since) {
    return health(id, entity, "began", kind, since, since);
  }

  /** A message that it has ended. */
  public static String ended(String id, String entity, String kind, long since, long minute) {
    return health(id, entity, "ended", kind, since, minute);
  }

  public static String opened(String incident, String entity, long minute) {
    return alert(incident, entity, "open", minute, minute);
  }

  public static String closed(String incident, String entity, long opened, long minute) {
    return alert(incident, entity, "closed", opened, minute);
  }

  public static String label(String entity, long from, long to) {
    return "{\"entity\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"kind\":\"leak\",\"size\":null}"
        .formatted(entity, time(from), time(to));
  }

  public static String time(long minute) {
    return Instant.ofEpochSecond(60 * minute).toString();
  }

  private static String health(
      String id, String entity, String status, String kind, long since, long minute) {
    return ("{\"health\":\"%s\",\"status\":\"%s\",\"kind\":\"%s\",\"entity\":\"%s\","
            + "\"channel\":\"x\",\"since\":\"%s\",\"time\":\"%s\",\"detail\":\"it %s\"}")
        .formatted(id, status, kind, entity, time(since), time(minute), status);
  }

  private static String alert(
      String incident, String entity, String status, long opened, long minute) {
    return ("{\"incident\":\"%s\",\"revision\":%d,\"status\":\"%s\",\"detector\":\"d\","
            + "\"entity\":\"%s\",\"opened\":\"%s\",\"time\":\"%s\",\"channels\":[{\"name\":\"x\"}]}")
        .formatted(
            incident, status.equals("open") ? 1 : 2, status, entity, time(opened), time(minute));
  }
}
