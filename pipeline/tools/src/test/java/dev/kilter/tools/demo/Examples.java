package dev.kilter.tools.demo;

import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.simulate.Fault;
import dev.kilter.tools.simulate.FaultCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/** Small pieces that tests of the demo are made of; times are in minutes. */
final class Examples {
  static final long MINUTE_MILLIS = 60_000;

  private Examples() {}

  static Fault fault(String entity, int fromMinute, int toMinute, String... channels) {
    return new Fault(
        entity,
        FaultCatalogue.KINDS.get(0),
        fromMinute * MINUTE_MILLIS,
        toMinute * MINUTE_MILLIS,
        10,
        List.of(channels));
  }

  static Opening opening(String entity, int openedMinute, int closedMinute, String... channels) {
    return new Opening(
        entity, openedMinute * MINUTE_MILLIS, closedMinute * MINUTE_MILLIS, List.of(channels));
  }

  static FaultOutcome found(int afterMinutes) {
    return new FaultOutcome(
        fault("pump-01", 0, 100, "flow"), OptionalLong.of(afterMinutes * MINUTE_MILLIS));
  }

  static FaultOutcome missed() {
    return new FaultOutcome(fault("pump-02", 0, 100, "flow"), OptionalLong.empty());
  }

  static AlertMessage alert(String json) {
    return AlertMessage.of(JsonFields.parse("alerts", json.getBytes(StandardCharsets.UTF_8)));
  }

  static String alertJson(String status, int revision) {
    return """
        {"incident": "5b1f", "revision": %d, "status": "%s", "severity": "major",
         "detector": "pumps", "entity": "pump-07",
         "opened": "2026-03-01T12:00:10Z", "time": "2026-03-01T12:40:10Z",
         "score": 9.4, "threshold": 4, "peak": 11.0,
         "channels": [{"name": "vibration", "observed": 4.9, "expected": 2.1, "part": 0.62},
           {"name": "bearing-temperature", "observed": 61, "expected": null, "part": 0.3},
           {"name": "flow", "observed": 50, "expected": 51, "part": 0.05}]}
        """
        .formatted(revision, status);
  }
}
