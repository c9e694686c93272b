package dev.kilter.job.type;

import dev.kilter.alert.feedback.RememberedIncident;
import dev.kilter.event.Feedback;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.event.ReceivedFeedback;
import dev.kilter.event.RecordPosition;
import dev.kilter.event.SourceRecord;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What people say of incidents, and what is remembered so that they can. */
final class FeedbackFormat {
  private FeedbackFormat() {}

  static void write(ReceivedFeedback received, DataOutputView out) throws IOException {
    write(received.feedback(), out);
    write(received.record(), out);
  }

  static ReceivedFeedback readReceived(DataInputView in) throws IOException {
    return new ReceivedFeedback(read(in), readRecord(in));
  }

  static void write(Feedback feedback, DataOutputView out) throws IOException {
    out.writeUTF(feedback.incident());
    out.writeUTF(feedback.entity());
    out.writeUTF(feedback.detector());
    out.writeByte(number(feedback.verdict()));
    out.writeUTF(feedback.by());
    out.writeBoolean(feedback.note() != null);
    if (feedback.note() != null) {
      out.writeUTF(feedback.note());
    }
    out.writeLong(feedback.fromMillis());
    out.writeLong(feedback.openedMillis());
    out.writeLong(feedback.untilMillis());
  }

  static Feedback read(DataInputView in) throws IOException {
    return new Feedback(
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        verdict(in.readByte()),
        in.readUTF(),
        in.readBoolean() ? in.readUTF() : null,
        in.readLong(),
        in.readLong(),
        in.readLong());
  }

  static void write(RememberedIncident incident, DataOutputView out) throws IOException {
    out.writeUTF(incident.id());
    out.writeLong(incident.sinceMillis());
    Compact.writeTime(incident.untilMillis(), incident.sinceMillis(), out);
    out.writeBoolean(incident.open());
    Compact.writeNumber(incident.peak(), out);
    out.writeByte(number(incident.said()));
  }

  static RememberedIncident readIncident(DataInputView in) throws IOException {
    String id = in.readUTF();
    long sinceMillis = in.readLong();
    return new RememberedIncident(
        id,
        sinceMillis,
        Compact.readTime(sinceMillis, in),
        in.readBoolean(),
        Compact.readNumber(in),
        verdict(in.readByte()));
  }

  static void write(SourceRecord record, DataOutputView out) throws IOException {
    out.writeUTF(record.position().topic());
    out.writeInt(record.position().partition());
    out.writeLong(record.position().offset());
    out.writeLong(record.timestampMillis());
    Encoding.writeBytes(record.key(), out);
    Encoding.writeBytes(record.value(), out);
  }

  static SourceRecord readRecord(DataInputView in) throws IOException {
    return new SourceRecord(
        new RecordPosition(in.readUTF(), in.readInt(), in.readLong()),
        in.readLong(),
        Encoding.readBytes(in),
        Encoding.readBytes(in));
  }

  /** The verdict's number in the format, 0 for none: these never change, whatever is added. */
  private static int number(FeedbackVerdict verdict) {
    if (verdict == null) {
      return 0;
    }
    return switch (verdict) {
      case CONFIRMED -> 1;
      case EXPECTED -> 2;
      case FALSE_ALARM -> 3;
      case NEW_NORMAL -> 4;
    };
  }

  private static FeedbackVerdict verdict(byte number) throws IOException {
    return switch (number) {
      case 0 -> null;
      case 1 -> FeedbackVerdict.CONFIRMED;
      case 2 -> FeedbackVerdict.EXPECTED;
      case 3 -> FeedbackVerdict.FALSE_ALARM;
      case 4 -> FeedbackVerdict.NEW_NORMAL;
      default -> throw new IOException("no verdict is number " + number);
    };
  }
}
