package dev.kilter.tools.notify;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Alerts as they are read from a topic, for tests. */
final class Notices {
  static final TopicPartition PARTITION = new TopicPartition("alerts", 0);

  private Notices() {}

  /** The alert of an incident of pump-17, led by vibration. */
  static String json(String incident, int revision, String status, String severity) {
    return ("{'incident':'%s','revision':%d,'status':'%s','severity':'%s','detector':'pumps',"
            + "'entity':'pump-17','opened':'2026-03-01T12:00:07Z','time':'2026-03-01T12:00:31Z',"
            + "'score':9.4,'threshold':4.1,'peak':11.0,'channels':[{'name':'vibration',"
            + "'observed':1.9,'expected':0.4,'part':0.81}],'classes':[{'name':'bearing-wear',"
            + "'probability':0.8}],'model':{'name':'pump-lstm-ae','version':'1'}}")
        .formatted(incident, revision, status, severity)
        .replace('\'', '"');
  }

  /** A message about a group of one incident. */
  static String group(String id, String detector, String entity) {
    return ("{'group':'%s','revision':1,'status':'open','severity':'major',"
            + "'opened':'2026-03-01T12:00:07Z','time':'2026-03-01T12:00:31Z',"
            + "'channels':['vibration'],'incidents':[{'incident':'a','detector':'%s',"
            + "'entity':'%s','severity':'major','status':'open'}],'summary':'One is off.'}")
        .formatted(id, detector, entity)
        .replace('\'', '"');
  }

  static ConsumerRecord<byte[], byte[]> record(long offset, String value) {
    return new ConsumerRecord<>(
        PARTITION.topic(),
        PARTITION.partition(),
        offset,
        1_772_366_431_000L,
        TimestampType.CREATE_TIME,
        0,
        0,
        new byte[0],
        value == null ? null : value.getBytes(StandardCharsets.UTF_8),
        new RecordHeaders(),
        Optional.empty());
  }

  static Notice notice(String json) {
    return notice(record(0, json));
  }

  static Notice notice(ConsumerRecord<byte[], byte[]> record) {
    return (Notice) NoticeReader.read(record);
  }

  static Notice open(String incident, int revision) {
    return open(incident, revision, "minor");
  }

  static Notice open(String incident, int revision, String severity) {
    return notice(record(revision, json(incident, revision, "open", severity)));
  }

  static Notice closed(String incident, int revision) {
    return notice(record(revision, json(incident, revision, "closed", "minor")));
  }
}
