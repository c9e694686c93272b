package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.operator.ScoreReport;
import dev.kilter.sequence.Subject;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ScoreRecordsTest {
  private final ScoreRecords records = new ScoreRecords("scores");

  @Test
  void aScoreIsKeyedByItsEntity() {
    ProducerRecord<byte[], byte[]> record = serialized(report(1, null));
    assertThat(record.topic()).isEqualTo("scores");
    assertThat(record.key()).asString().isEqualTo("pump-17");
    assertThat(record.timestamp()).isEqualTo(Alerts.TIME);
  }

  @Test
  void aScoreIsThisLine() {
    assertThat(serialized(report(1.23456789e-9, null)).value())
        .asString()
        .isEqualTo(
            "{\"detector\":\"pumps\",\"entity\":\"pump-17\",\"time\":\"2026-03-01T12:00:31Z\","
                + "\"score\":2.5,\"raw\":0.00000000123457,\"threshold\":4}");
  }

  @Test
  void whereThereIsNoScoreItSaysWhy() {
    assertThat(serialized(report(Double.NaN, "not enough history: 3 of 32")).value())
        .asString()
        .isEqualTo(
            "{\"detector\":\"pumps\",\"entity\":\"pump-17\",\"time\":\"2026-03-01T12:00:31Z\","
                + "\"notJudged\":\"not enough history: 3 of 32\"}");
  }

  private ProducerRecord<byte[], byte[]> serialized(ScoreReport report) {
    return records.serialize(report, null, null);
  }

  private static ScoreReport report(double raw, String notJudged) {
    return new ScoreReport(
        Subject.of("pumps", "pump-17"), Alerts.TIME, raw, 2.5, 4, null, null, notJudged);
  }
}
