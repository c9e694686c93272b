package dev.kilter.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Writes the files of a made-up run: entities with three channels, a row every ten seconds, and in
 * each entity but the last one stretch of trouble, in vibration, which is found. In the first a
 * sensor is stuck for a while, and from some time on another one jumps; the last is not judged for
 * a while.
 */
final class SampleRun {
  static final long FROM = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  static final long PERIOD = 10_000;
  static final double THRESHOLD = 4;
  static final double PEAK = 16;
  private static final List<String> CHANNELS = List.of("flow", "pressure", "vibration");

  private final Path folder;
  private final List<String> entities;
  private final int rows;
  private final boolean explained;
  private final Random random = new Random(1);

  /**
   * A run.
   *
   * @param rows how many of each entity
   * @param explained whether the scores tell what was expected, and the channels' parts
   */
  SampleRun(Path folder, List<String> entities, int rows, boolean explained) {
    this.folder = folder;
    this.entities = List.copyOf(entities);
    this.rows = rows;
    this.explained = explained;
  }

  /** Writes all files. */
  SampleRun write() throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("rows.jsonl"));
        BufferedWriter scores = Files.newBufferedWriter(folder.resolve("scores.jsonl"))) {
      for (int row = 0; row < rows; row++) {
        for (String entity : entities) {
          write(entity, row, out, scores);
        }
      }
    }
    Files.write(folder.resolve("alerts.jsonl"), troubled().stream().flatMap(this::alerts).toList());
    Files.write(folder.resolve("labels.jsonl"), troubled().stream().map(this::label).toList());
    Files.write(folder.resolve("health.jsonl"), health());
    Files.writeString(
        folder.resolve("dead-letters.jsonl"),
        "{\"reason\":\"not-json\"}\n{\"reason\":\"late\"}\n{\"reason\":\"late\"}\n");
    return this;
  }

  /** Runs the command on it. */
  void report(Path page, String... more) {
    List<String> arguments = new ArrayList<>(List.of(folder.toString(), "--to", page.toString()));
    arguments.addAll(List.of(more));
    int code = new CommandLine(new ReportCommand()).execute(arguments.toArray(String[]::new));
    assertThat(code).isZero();
  }

  /** The file with its labels. */
  String labels() {
    return folder.resolve("labels.jsonl").toString();
  }

  /** A file with made-up measures. */
  String evaluation() throws IOException {
    String row =
        "{\"rankingMean\":{\"vusPr\":%s},\"f1\":null,"
            + "\"events\":2,\"eventsFound\":1,\"medianDelaySeconds\":90}";
    String json =
        "{\"kilter\":%s,\"random\":%s,\"alwaysAlarming\":%s,%s}"
            .formatted(
                row.formatted("0.8125"),
                row.formatted("0.2"),
                row.formatted("0.1"),
                "\"rowsNotJudged\":{\"filling\":60},\"eventsNotJudged\":0,"
                    + "\"health\":{\"eventsFound\":1,\"eventsFoundByNoAlert\":1}");
    return Files.writeString(folder.resolve("evaluation.json"), json).toString();
  }

  /** When an entity's trouble begins. */
  long troubleFrom() {
    return FROM + rows / 2 * PERIOD;
  }

  /** When it ends. */
  long troubleTo() {
    return FROM + (rows / 2 + rows / 10) * PERIOD;
  }

  /** A time at a share of the run. */
  long at(double share) {
    return FROM + Math.round(share * rows) * PERIOD;
  }

  private List<String> health() {
    String stuck = health("1", entities.get(0), "\"kind\":\"flat\",\"channel\":\"pressure\"", 0.1);
    String jumps = health("2", entities.get(0), "\"kind\":\"jumping\",\"channel\":\"flow\"", 0.9);
    String last = entities.get(entities.size() - 1);
    String few = "\"kind\":\"too-few-channels\",\"detector\":\"pumps\"";
    return List.of(
        stuck.formatted("began", Instant.ofEpochMilli(at(0.1)), "pressure has been 3.1 bar"),
        stuck.formatted("ended", Instant.ofEpochMilli(at(0.2)), "pressure is 3.2 bar"),
        jumps.formatted("began", Instant.ofEpochMilli(at(0.9)), "<b>flow</b> moved"),
        health("3", last, few, 0.7)
            .formatted("began", Instant.ofEpochMilli(at(0.7)), "too few channels: 1 of 3"),
        health("3", last, few, 0.7)
            .formatted("ended", Instant.ofEpochMilli(at(0.8)), "judged again"));
  }

  private String health(String id, String entity, String what, double since) {
    return "{\"health\":\"%s\",\"entity\":%s,%s,\"since\":\"%s\""
            .formatted(id, quoted(entity), what, Instant.ofEpochMilli(at(since)))
        + ",\"status\":\"%s\",\"time\":\"%s\",\"detail\":\"%s\"}";
  }

  private List<String> troubled() {
    return entities.subList(0, entities.size() - 1);
  }

  private void write(String entity, int row, BufferedWriter out, BufferedWriter scores)
      throws IOException {
    long time = FROM + row * PERIOD;
    boolean trouble = troubled().contains(entity) && time >= troubleFrom() && time < troubleTo();
    double flow = 40 + 8 * Math.sin(row / 120.0) + 0.5 * random.nextGaussian();
    double pressure = 5 - 0.05 * flow + 0.05 * random.nextGaussian();
    double vibration = (trouble ? 2.6 : 1.2) + 0.1 * random.nextGaussian();
    String head =
        "\"entity\":%s,\"time\":\"%s\"".formatted(quoted(entity), Instant.ofEpochMilli(time));
    boolean stuck = entity.equals(entities.get(0)) && time >= at(0.1) && time < at(0.2);
    double trusted = stuck ? Double.NaN : pressure;
    out.write("{" + head + ",\"values\":" + numbers(flow, trusted, vibration) + "}\n");
    boolean few = !troubled().contains(entity) && time >= at(0.7) && time < at(0.8);
    String judged = ",\"notJudged\":\"" + (few ? "too few channels: 1 of 3" : "filling") + "\"";
    if (row >= 20 && !few) {
      double score = trouble ? PEAK - Math.abs(random.nextGaussian()) : 1 + random.nextDouble();
      judged =
          number(",\"score\":%.5g,\"raw\":1,\"threshold\":4", score) + explanation(flow, trouble);
    }
    scores.write("{\"detector\":\"pumps\"," + head + judged + "}\n");
  }

  private String explanation(double flow, boolean trouble) {
    return explained
        ? ",\"expected\":%s,\"parts\":%s"
            .formatted(
                numbers(flow, 5 - 0.05 * flow, 1.2),
                trouble ? numbers(0.1, 0.1, 0.8) : numbers(0.3, 0.4, 0.3))
        : "";
  }

  private Stream<String> alerts(String entity) {
    String alert =
        "{\"incident\":%s,\"revision\":%d,\"status\":\"%s\",\"severity\":\"%s\","
            + "\"detector\":\"pumps\",\"entity\":%s,\"opened\":\"%s\",\"time\":\"%s\","
            + "\"score\":9,\"threshold\":4,\"peak\":%s,"
            + "\"channels\":[{\"name\":\"vibration\",\"part\":0.8}],\"model\":{}}";
    Instant from = Instant.ofEpochMilli(troubleFrom());
    Instant to = Instant.ofEpochMilli(troubleTo());
    String name = quoted(entity);
    return Stream.of(
        alert.formatted(name, 1, "open", "major", name, from, from.plusSeconds(20), 9),
        alert.formatted(name, 2, "closed", "critical", name, from, to, 16));
  }

  private String label(String entity) {
    return "{\"entity\":%s,\"from\":\"%s\",\"to\":\"%s\",\"kind\":\"imbalance\"}"
        .formatted(
            quoted(entity),
            Instant.ofEpochMilli(troubleFrom() - 10 * PERIOD),
            Instant.ofEpochMilli(troubleTo()));
  }

  /** By channel, without those that are NaN. */
  private static String numbers(double... values) {
    return IntStream.range(0, values.length)
        .filter(channel -> !Double.isNaN(values[channel]))
        .mapToObj(channel -> quoted(CHANNELS.get(channel)) + ":" + number("%.5g", values[channel]))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
