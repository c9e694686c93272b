package dev.kilter.job.kafka;

import dev.kilter.alert.CarriedEvidence;
import dev.kilter.alert.Evidence;
import dev.kilter.alert.MovedChannel;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.ToldCells;
import dev.kilter.sequence.ToldRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Makes the record of an alert's evidence; it says what {@link EvidenceJson} says. */
final class EvidenceAvro {
  private final String eventsTopic;

  /**
   * For an alert.
   *
   * @param eventsTopic the topic that the offsets are of
   */
  EvidenceAvro(String eventsTopic) {
    this.eventsTopic = eventsTopic;
  }

  GenericRecord record(Evidence evidence) {
    GenericRecord record = new GenericData.Record(AlertSchema.EVIDENCE);
    putRows(evidence.rows(), record);
    record.put("raw", AlertAvro.orNull(evidence.raw()));
    record.put("average", AlertAvro.orNull(evidence.averageBefore()));
    record.put("baselines", evidence.baselines().stream().map(EvidenceAvro::baseline).toList());
    record.put("state", evidence.carried() == null ? null : state(evidence.carried()));
    record.put("shortened", false);
    return record;
  }

  /** The same without what takes much room, which is said. */
  GenericRecord shortened(Evidence evidence) {
    GenericRecord record = record(evidence.shortened());
    record.put("shortened", true);
    return record;
  }

  private void putRows(ToldRows rows, GenericRecord record) {
    record.put("from", rows.fromMillis());
    record.put("to", rows.toMillis());
    record.put("rows", rows.count());
    record.put("offsets", rows.offsets().stream().map(this::offsets).toList());
    record.put("filled", rows.filled().stream().map(EvidenceAvro::cells).toList());
    record.put("measured", rows.measured().stream().map(EvidenceAvro::cells).toList());
  }

  private GenericRecord offsets(OffsetRange range) {
    GenericRecord record = new GenericData.Record(AlertSchema.OFFSETS);
    record.put("topic", eventsTopic);
    record.put("partition", range.partition());
    record.put("first", range.first());
    record.put("last", range.last());
    return record;
  }

  private static GenericRecord cells(ToldCells cells) {
    GenericRecord record = new GenericData.Record(AlertSchema.CELLS);
    record.put("name", cells.name());
    record.put("rows", IntStream.of(cells.rows()).boxed().toList());
    List<Float> values = new ArrayList<>();
    for (float value : cells.values()) {
      values.add(Float.isFinite(value) ? Float.valueOf(value) : null);
    }
    record.put("values", values);
    return record;
  }

  private static GenericRecord baseline(MovedChannel moved) {
    GenericRecord record = new GenericData.Record(AlertSchema.BASELINE);
    record.put("name", moved.name());
    record.put("level", moved.level());
    record.put("spread", moved.spread());
    return record;
  }

  private GenericRecord state(CarriedEvidence carried) {
    GenericRecord record = new GenericData.Record(AlertSchema.STATE);
    record.put("values", StateBytes.buffer(carried.state()));
    record.put("lead", carried.lead() == null ? null : lead(carried.lead()));
    return record;
  }

  private GenericRecord lead(ToldRows rows) {
    GenericRecord record = new GenericData.Record(AlertSchema.LEAD);
    putRows(rows, record);
    record.put("afterMillis", LongStream.of(rows.afterMillis()).boxed().toList());
    return record;
  }
}
