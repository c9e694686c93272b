package dev.kilter.job.kafka;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertCause;
import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.ChannelPart;
import dev.kilter.alert.ClassProbability;
import dev.kilter.alert.Evidence;
import dev.kilter.alert.Findings;
import dev.kilter.alert.Incident;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.Severity;
import dev.kilter.alert.Telling;
import dev.kilter.health.Ailment;
import dev.kilter.sequence.OffsetRange;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Alerts and records as the tests of this package need them. */
final class Alerts {
  /** 2026-03-01T12:00:31Z. */
  static final long TIME = 1_772_366_431_000L;

  private Alerts() {}

  static Alert alert(int revision, AlertStatus status) {
    return alert(revision, status, 9.1);
  }

  static Alert alert(int revision, AlertStatus status, double averageBefore) {
    Incident incident =
        new Incident(
            "5b1f",
            TIME - 26_000,
            TIME - 24_000,
            0,
            Severity.MAJOR,
            11.0,
            25,
            false,
            false,
            null,
            new Telling(revision, TIME, 0, status != AlertStatus.CLOSED, null, Double.NaN));
    Findings findings =
        new Findings(
            9.41234567,
            4.1,
            11.0,
            List.of(
                new ChannelPart("vibration", 1.9f, 0.4f, 0.8123456),
                new ChannelPart("temperature", -71234567, 1e-7, 0.1)),
            List.of(),
            new ModelReference("pump-lstm-ae", "1", "abc"),
            new Evidence(
                TIME - 31_000,
                TIME,
                10.2,
                averageBefore,
                List.of(new OffsetRange(3, 1841, 1872), new OffsetRange(5, 7, 7))));
    return new Alert(
        "pumps", "pump-17", incident, status, TIME, findings, false, cause(revision, status));
  }

  private static AlertCause cause(int revision, AlertStatus status) {
    if (status == AlertStatus.CLOSED) {
      return AlertCause.CLOSED;
    }
    return revision == 1 ? AlertCause.OPENED : AlertCause.WORSENED;
  }

  /** The same, and a classifier said this of it. */
  static Alert classified(Alert alert, ClassProbability... classes) {
    Findings told = alert.findings();
    return with(alert, List.of(classes), told.evidence());
  }

  /** The same, resting on this. */
  static Alert resting(Alert alert, Evidence evidence) {
    return with(alert, alert.findings().classes(), evidence);
  }

  /** The same of an entity with which this was wrong. */
  static Alert ill(Alert alert, Ailment... health) {
    Findings told = alert.findings();
    return with(alert, told.classes(), told.evidence(), List.of(health));
  }

  private static Alert with(Alert alert, List<ClassProbability> classes, Evidence evidence) {
    return with(alert, classes, evidence, alert.findings().health());
  }

  private static Alert with(
      Alert alert, List<ClassProbability> classes, Evidence evidence, List<Ailment> health) {
    Findings told = alert.findings();
    Findings findings =
        new Findings(
            told.score(),
            told.threshold(),
            told.peak(),
            told.channels(),
            classes,
            told.model(),
            evidence,
            health);
    return new Alert(
        alert.detector(),
        alert.entity(),
        alert.incident(),
        alert.status(),
        alert.timeMillis(),
        findings,
        alert.late(),
        alert.cause());
  }

  /** The same, resting on events that came too late, and gone on for long. */
  static Alert lateAndLong(Alert alert) {
    Incident told = alert.incident();
    Incident incident =
        new Incident(
            told.id(),
            told.sinceMillis(),
            told.openedMillis(),
            told.pausedMillis(),
            told.severity(),
            told.peak(),
            told.sequences(),
            true,
            told.withheld(),
            told.classes(),
            told.telling());
    return new Alert(
        alert.detector(),
        alert.entity(),
        incident,
        alert.status(),
        alert.timeMillis(),
        alert.findings(),
        true,
        AlertCause.LONG);
  }

  static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
    return headers;
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
