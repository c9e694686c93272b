package dev.kilter.job.kafka;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertSummary;
import dev.kilter.alert.ChannelPart;
import dev.kilter.alert.ClassProbability;
import dev.kilter.alert.Evidence;
import dev.kilter.alert.Findings;
import dev.kilter.alert.Incident;
import dev.kilter.alert.ModelReference;
import dev.kilter.health.Ailment;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * Writes alerts in Avro's single-object encoding: two marks, the fingerprint of the schema {@code
 * alert.avsc}, and the record. It says what {@link AlertJson} says.
 */
final class AlertAvro {
  private static final BinaryMessageEncoder<GenericRecord> ENCODER =
      new BinaryMessageEncoder<>(GenericData.get(), AlertSchema.ALERT);

  private AlertAvro() {}

  /**
   * The alert's bytes.
   *
   * @param eventsTopic the topic that the offsets in the evidence are of
   */
  static byte[] bytes(Alert alert, String eventsTopic) {
    GenericRecord record = record(alert, eventsTopic);
    byte[] whole = encoded(record);
    Evidence evidence = alert.findings().evidence();
    if (whole.length <= AlertJson.MOST_BYTES || !evidence.isLarge()) {
      return whole;
    }
    record.put("evidence", new EvidenceAvro(eventsTopic).shortened(evidence));
    return encoded(record);
  }

  private static byte[] encoded(GenericRecord record) {
    try {
      ByteBuffer encoded = ENCODER.encode(record);
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new IllegalStateException("a record can always be written to memory", e);
    }
  }

  private static GenericRecord record(Alert alert, String eventsTopic) {
    Incident incident = alert.incident();
    GenericRecord record = new GenericData.Record(AlertSchema.ALERT);
    record.put("incident", incident.id());
    record.put("revision", incident.revision());
    record.put("status", alert.status().label());
    record.put("cause", alert.cause().label());
    record.put("severity", incident.severity().label());
    record.put("detector", alert.detector());
    record.put("entity", alert.entity());
    record.put("late", alert.late());
    record.put("summary", AlertSummary.of(alert));
    record.put("since", incident.sinceMillis());
    record.put("opened", incident.openedMillis());
    record.put("time", alert.timeMillis());
    record.put("sequences", incident.sequences());
    record.put("long", incident.longInAlarm());
    putFindings(alert.findings(), eventsTopic, record);
    return record;
  }

  private static void putFindings(Findings findings, String eventsTopic, GenericRecord record) {
    record.put("score", orNull(findings.score()));
    record.put("threshold", RoundedNumbers.rounded(findings.threshold()));
    record.put("peak", RoundedNumbers.rounded(findings.peak()));
    record.put("channels", findings.channels().stream().map(AlertAvro::channel).toList());
    record.put("classes", findings.classes().stream().map(AlertAvro::probability).toList());
    record.put("health", findings.health().stream().map(AlertAvro::ailment).toList());
    record.put("model", model(findings.model()));
    record.put("evidence", new EvidenceAvro(eventsTopic).record(findings.evidence()));
  }

  private static GenericRecord channel(ChannelPart channel) {
    GenericRecord record = new GenericData.Record(AlertSchema.CHANNEL);
    record.put("name", channel.name());
    record.put("observed", orNull(channel.observed()));
    record.put("expected", orNull(channel.expected()));
    record.put("part", RoundedNumbers.rounded(channel.part()));
    return record;
  }

  private static GenericRecord probability(ClassProbability probability) {
    GenericRecord record = new GenericData.Record(AlertSchema.CLASS);
    record.put("name", probability.name());
    record.put("probability", RoundedNumbers.rounded(probability.probability()));
    return record;
  }

  private static GenericRecord ailment(Ailment ailment) {
    GenericRecord record = new GenericData.Record(AlertSchema.AILMENT);
    record.put("kind", ailment.kind().label());
    record.put("channel", ailment.channel());
    record.put("since", ailment.sinceMillis());
    return record;
  }

  private static GenericRecord model(ModelReference model) {
    GenericRecord record = new GenericData.Record(AlertSchema.MODEL);
    record.put("name", model.name());
    record.put("version", model.version());
    record.put("sha256", model.sha256());
    return record;
  }

  /** The number, rounded, or null where it is none. */
  static Double orNull(double number) {
    return Double.isFinite(number) ? Double.valueOf(RoundedNumbers.rounded(number)) : null;
  }
}
