package dev.kilter.job.kafka;

import io.cloudevents.SpecVersion;
import io.cloudevents.core.data.BytesCloudEventData;
import io.cloudevents.core.v1.CloudEventV1;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the headers of a record say of it: a CloudEvent in binary mode, whose data is the value.
 *
 * @param id unique within the source; the same id again is the same event again
 * @param type what happened
 * @param source whose event it is, of {@link #source}
 * @param subject what it is about, such as an entity; null where there is no such thing
 * @param timeMillis event time, which is the record's time, too
 */
record CloudEventHeaders(String id, String type, String source, String subject, long timeMillis) {

  /** The source that these names stand for, within Kilter: a URI path, other characters escaped. */
  static String source(String... names) {
    String path = "/kilter/" + String.join("/", names);
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("an absolute path can always be escaped", e);
    }
  }

  /**
   * A record with these headers. The library writes them one by one; were it given an event, it
   * would write the time in another way than the value does.
   */
  ProducerRecord<byte[], byte[]> record(
      String topic, String key, String contentType, byte[] value) {
    CloudEventWriter<ProducerRecord<byte[], byte[]>> record =
        KafkaMessageFactory.createWriter(topic, null, timeMillis, Utf8.bytes(key))
            .create(SpecVersion.V1);
    record.withContextAttribute(CloudEventV1.ID, id);
    record.withContextAttribute(CloudEventV1.TYPE, type);
    record.withContextAttribute(CloudEventV1.SOURCE, source);
    if (subject != null) {
      record.withContextAttribute(CloudEventV1.SUBJECT, subject);
    }
    record.withContextAttribute(CloudEventV1.TIME, Instant.ofEpochMilli(timeMillis).toString());
    record.withContextAttribute(CloudEventV1.DATACONTENTTYPE, contentType);
    return record.end(BytesCloudEventData.wrap(value));
  }
}
