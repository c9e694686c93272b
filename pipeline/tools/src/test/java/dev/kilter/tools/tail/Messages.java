package dev.kilter.tools.tail;

import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.GroupNote;
import dev.kilter.tools.messages.HealthNote;
import dev.kilter.tools.messages.RecordFields;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Messages of a pipeline, for tests. */
final class Messages {
  static final TopicPartition ALERTS = new TopicPartition("alerts", 0);
  static final TopicPartition GROUPS = new TopicPartition("groups", 0);
  static final TopicPartition HEALTH = new TopicPartition("health", 0);

  /** As Kilter writes them now. */
  static final String ALERT =
      """
      {"incident":"5b1f","revision":2,"status":"open","cause":"worsened","severity":"major",\
      "detector":"pumps","entity":"pump-07","opened":"2026-03-01T12:00:10Z",\
      "time":"2026-03-01T12:40:10.500Z","score":9.4,"threshold":4,"peak":11.0,"sequences":7,\
      "summary":"It got worse.","channels":[\
      {"name":"vibration","observed":4.9,"expected":2.1,"part":0.62},\
      {"name":"bearing-temperature","observed":61,"expected":null,"part":0.3},\
      {"name":"flow","observed":50,"expected":51,"part":0.05}],"model":{"name":"m"}}""";

  /** As the first Kilter wrote them, which said no cause and had no summary. */
  static final String OLD_ALERT =
      ALERT.replace("\"cause\":\"worsened\",", "").replace("\"summary\":\"It got worse.\",", "");

  static final String HEALTH_NOTE =
      """
      {"health":"d681","status":"began","kind":"flat","entity":"pump-01",\
      "channel":"bearing-temperature","since":"2026-03-01T02:04:10.618Z",\
      "time":"2026-03-01T02:04:10.618Z","detail":"bearing-temperature has been 36.48 Cel"}""";

  static final String GROUP =
      """
      {"group":"9c2e","revision":2,"status":"open","severity":"major",\
      "opened":"2026-03-01T02:10:30Z","time":"2026-03-01T02:13:30Z","channels":["vibration"],\
      "incidents":[\
      {"incident":"5b1f","detector":"pumps","entity":"pump-07","severity":"major","status":"open"},\
      {"incident":"77aa","detector":"pumps","entity":"pump-08","severity":"minor","status":"open"}],\
      "summary":"2 entities of pumps at once: vibration leads"}""";

  private Messages() {}

  static AlertMessage alert(String json) {
    return AlertMessage.of(RecordFields.of(record(ALERTS, 0, 0, json)));
  }

  static GroupNote group(String json) {
    return GroupNote.of(RecordFields.of(record(GROUPS, 0, 0, json)));
  }

  static HealthNote health(String json) {
    return HealthNote.of(RecordFields.of(record(HEALTH, 0, 0, json)));
  }

  /** The alert with another value of a field that is a text. */
  static String with(String json, String field, String value) {
    return json.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + value + "\"");
  }

  static ConsumerRecord<byte[], byte[]> record(
      TopicPartition partition, long offset, long timeMillis, String value) {
    return record(partition, offset, timeMillis, value.getBytes(StandardCharsets.UTF_8));
  }

  static ConsumerRecord<byte[], byte[]> record(
      TopicPartition partition, long offset, long timeMillis, byte[] value) {
    return new ConsumerRecord<>(
        partition.topic(),
        partition.partition(),
        offset,
        timeMillis,
        TimestampType.CREATE_TIME,
        0,
        value == null ? -1 : value.length,
        null,
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
