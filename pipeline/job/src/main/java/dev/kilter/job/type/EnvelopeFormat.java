package dev.kilter.job.type;

import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Subject;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The frame of an envelope: its kind, whom it is about, and what it carries. */
final class EnvelopeFormat {
  private static final int JUDGEABLE = 0;
  private static final int RESET = 1;
  private static final int NOT_JUDGED = 2;
  private static final int FORGOTTEN = 3;
  private static final int SILENCED = 4;
  private static final int HEARD = 5;
  private static final int UNWATCHED = 6;

  private EnvelopeFormat() {}

  /** Writes what an envelope carries. */
  @FunctionalInterface
  interface ContentWriter<T> {
    void write(T content, DataOutputView out) throws IOException;
  }

  /** Reads what an envelope carries. */
  @FunctionalInterface
  interface ContentReader<T> {
    T read(DataInputView in) throws IOException;
  }

  static <T> void write(Envelope<T> envelope, DataOutputView out, ContentWriter<T> content)
      throws IOException {
    out.writeByte(kindOf(envelope));
    writeSubject(envelope.subject(), out);
    out.writeLong(envelope.timeMillis());
    if (envelope instanceof Envelope.Judgeable<T> judgeable) {
      content.write(judgeable.content(), out);
      if (judgeable.silence() != null) {
        out.writeUTF(judgeable.silence());
      }
    } else if (envelope instanceof Envelope.Reset<T> reset) {
      out.writeUTF(reset.reason());
    } else if (envelope instanceof Envelope.NotJudged<T> notJudged) {
      out.writeUTF(notJudged.reason());
    } else if (envelope instanceof Envelope.Heard<T> heard) {
      FeedbackFormat.write(heard.feedback(), out);
    }
  }

  static <T> Envelope<T> read(DataInputView in, ContentReader<T> content) throws IOException {
    int kind = in.readByte();
    Subject subject = readSubject(in);
    long timeMillis = in.readLong();
    return switch (kind) {
      case JUDGEABLE -> new Envelope.Judgeable<>(subject, timeMillis, content.read(in));
      case RESET -> new Envelope.Reset<>(subject, timeMillis, in.readUTF());
      case NOT_JUDGED -> new Envelope.NotJudged<>(subject, timeMillis, in.readUTF());
      case FORGOTTEN -> new Envelope.Forgotten<>(subject, timeMillis);
      case SILENCED ->
          new Envelope.Judgeable<>(subject, timeMillis, content.read(in), in.readUTF());
      case UNWATCHED -> new Envelope.Forgotten<>(subject, timeMillis, true);
      case HEARD -> new Envelope.Heard<>(subject, timeMillis, FeedbackFormat.readReceived(in));
      default -> throw new IOException("no envelope is of kind " + kind);
    };
  }

  static void writeSubject(Subject subject, DataOutputView out) throws IOException {
    out.writeUTF(subject.detector());
    out.writeUTF(subject.entity());
    out.writeBoolean(subject.late());
  }

  static Subject readSubject(DataInputView in) throws IOException {
    return new Subject(in.readUTF(), in.readUTF(), in.readBoolean());
  }

  private static int kindOf(Envelope<?> envelope) {
    if (envelope instanceof Envelope.Judgeable<?> judgeable) {
      return judgeable.silence() == null ? JUDGEABLE : SILENCED;
    }
    if (envelope instanceof Envelope.Reset<?>) {
      return RESET;
    }
    if (envelope instanceof Envelope.NotJudged<?>) {
      return NOT_JUDGED;
    }
    if (envelope instanceof Envelope.Forgotten<?> forgotten) {
      return forgotten.unwatched() ? UNWATCHED : FORGOTTEN;
    }
    return HEARD;
  }
}
