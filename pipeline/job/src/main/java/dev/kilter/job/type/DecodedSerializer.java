package dev.kilter.job.type;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what became of a record: an event, or a dead letter. */
public final class DecodedSerializer extends VersionedSerializer<Decoded> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Reads and writes the current format. */
  public DecodedSerializer() {
    this(VERSION);
  }

  private DecodedSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<Decoded> reading(int version) {
    return new DecodedSerializer(version);
  }

  private static final int EVENT = 0;
  private static final int DEAD_LETTER = 1;

  private final EventSerializer events = new EventSerializer();

  @Override
  protected void write(Decoded decoded, DataOutputView out) throws IOException {
    if (decoded instanceof Event event) {
      out.writeByte(EVENT);
      events.serialize(event, out);
      return;
    }
    out.writeByte(DEAD_LETTER);
    writeDeadLetter((DeadLetter) decoded, out);
  }

  @Override
  protected Decoded read(int version, DataInputView in) throws IOException {
    return switch (in.readByte()) {
      case EVENT -> events.deserialize(in);
      case DEAD_LETTER -> readDeadLetter(in);
      default -> throw new IOException("neither an event nor a dead letter");
    };
  }

  private static void writeDeadLetter(DeadLetter letter, DataOutputView out) throws IOException {
    out.writeUTF(letter.position().topic());
    out.writeInt(letter.position().partition());
    out.writeLong(letter.position().offset());
    out.writeLong(letter.timestampMillis());
    Encoding.writeBytes(letter.key(), out);
    Encoding.writeBytes(letter.value(), out);
    out.writeUTF(letter.reason().name());
    out.writeUTF(letter.detail());
  }

  private static DeadLetter readDeadLetter(DataInputView in) throws IOException {
    RecordPosition position = new RecordPosition(in.readUTF(), in.readInt(), in.readLong());
    return new DeadLetter(
        position,
        in.readLong(),
        Encoding.readBytes(in),
        Encoding.readBytes(in),
        DeadLetterReason.valueOf(in.readUTF()),
        in.readUTF());
  }
}
