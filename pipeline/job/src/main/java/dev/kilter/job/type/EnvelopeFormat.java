package dev.kilter.job.type;

import dev.kilter.sequence.Envelope;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The frame of an envelope: its kind, whom it is about, and what it carries. */
final class EnvelopeFormat {
  private static final int JUDGEABLE = 0;
  private static final int RESET = 1;
  private static final int NOT_JUDGED = 2;

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
    out.writeUTF(envelope.detector());
    out.writeUTF(envelope.entity());
    out.writeLong(envelope.timeMillis());
    if (envelope instanceof Envelope.Judgeable<T> judgeable) {
      content.write(judgeable.content(), out);
    } else if (envelope instanceof Envelope.Reset<T> reset) {
      out.writeUTF(reset.reason());
    } else if (envelope instanceof Envelope.NotJudged<T> notJudged) {
      out.writeUTF(notJudged.reason());
    }
  }

  static <T> Envelope<T> read(DataInputView in, ContentReader<T> content) throws IOException {
    int kind = in.readByte();
    String detector = in.readUTF();
    String entity = in.readUTF();
    long timeMillis = in.readLong();
    return switch (kind) {
      case JUDGEABLE -> new Envelope.Judgeable<>(detector, entity, timeMillis, content.read(in));
      case RESET -> new Envelope.Reset<>(detector, entity, timeMillis, in.readUTF());
      case NOT_JUDGED -> new Envelope.NotJudged<>(detector, entity, timeMillis, in.readUTF());
      default -> throw new IOException("no envelope is of kind " + kind);
    };
  }

  private static int kindOf(Envelope<?> envelope) {
    if (envelope instanceof Envelope.Judgeable<?>) {
      return JUDGEABLE;
    }
    return envelope instanceof Envelope.Reset<?> ? RESET : NOT_JUDGED;
  }
}
