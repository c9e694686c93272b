package dev.kilter.tools.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import dev.kilter.tools.simulate.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes a result as JSON; the README of the tools documents the schema. */
final class ResultJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final double MILLIS_PER_SECOND = 1000;

  private ResultJson() {}

  static void write(Path file, DemoResult result) {
    try {
      Files.writeString(file, JSON.writeValueAsString(tree(result)) + "\n");
    } catch (IOException e) {
      throw new UserError(
          "Cannot write " + file + "; give --json a file in a folder that is there.", e);
    }
  }

  static ObjectNode tree(DemoResult result) {
    ObjectNode json = JSON.createObjectNode();
    json.put("entities", result.plan().entities());
    json.put("seed", result.plan().seed());
    json.put("simulatedSeconds", result.plan().counted().length().toSeconds());
    putTally(json, result.kilter());
    json.put("eventsPerSecond", tenths(result.eventsPerSecond()));
    putFaults(json, result.kilter());
    ObjectNode zScore = json.putObject("zScore");
    putTally(zScore, result.zScore());
    putFaults(zScore, result.zScore());
    return json;
  }

  private static void putTally(ObjectNode json, Tally tally) {
    json.put("injected", tally.injected());
    json.put("found", tally.found());
    json.put("missed", tally.missed());
    json.put("falseAlarms", tally.falseAlarms());
    json.put("falseAlarmsPerEntityDay", tally.falseAlarmsPerEntityDay());
    tally
        .medianDelaySeconds()
        .ifPresentOrElse(
            seconds -> json.put("medianDelaySeconds", seconds),
            () -> json.putNull("medianDelaySeconds"));
  }

  private static void putFaults(ObjectNode json, Tally tally) {
    var faults = json.putArray("faults");
    tally.outcomes().forEach(outcome -> putFault(faults.addObject(), outcome));
  }

  private static void putFault(ObjectNode json, FaultOutcome outcome) {
    Fault fault = outcome.fault();
    json.put("entity", fault.entity());
    json.put("kind", fault.kind().name());
    json.put("from", Instant.ofEpochMilli(fault.fromMillis()).toString());
    json.put("to", Instant.ofEpochMilli(fault.toMillis()).toString());
    putSize(json, fault.sizeInNoise());
    var channels = json.putArray("channels");
    fault.channels().forEach(channels::add);
    json.put("found", outcome.found());
    outcome
        .delayMillis()
        .ifPresentOrElse(
            millis -> json.put("delaySeconds", millis / MILLIS_PER_SECOND),
            () -> json.putNull("delaySeconds"));
  }

  /** A stuck sensor has no size of its own. */
  private static void putSize(ObjectNode json, double sizeInNoise) {
    if (Double.isNaN(sizeInNoise)) {
      json.putNull("size");
      return;
    }
    json.put("size", sizeInNoise);
  }

  private static double tenths(double value) {
    return Math.round(10 * value) / 10.0;
  }
}
