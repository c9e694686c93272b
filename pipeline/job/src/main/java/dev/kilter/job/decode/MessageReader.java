package dev.kilter.job.decode;

import dev.kilter.job.config.EventEncoding;
import dev.kilter.job.config.EventFormat;

/** Takes the readings out of the bytes of one record. Not safe for several threads. */
interface MessageReader {

  /**
   * Reads a record.
   *
   * @param bytes at least one
   * @throws Rejection if these are no events
   */
  void read(byte[] bytes, Message message) throws Rejection;

  /** The reader of a format. */
  static MessageReader of(EventFormat format) {
    FieldTree fields = FieldTree.of(format);
    EventEncoding encoding = format.encoding();
    if (encoding instanceof EventEncoding.Csv csv) {
      return new CsvMessages(
          csv, new TokenReader(fields, new EventTimes(format.time(), true), true));
    }
    EventTimes times = new EventTimes(format.time(), false);
    return encoding instanceof EventEncoding.Avro avro
        ? new AvroMessages(avro, new AvroReader(fields, times))
        : new JsonMessages(new TokenReader(fields, times, false));
  }
}
