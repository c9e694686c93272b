package dev.kilter.job.type;

import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what flows from sequence to score. */
public final class SequenceEnvelopeSerializer extends VersionedSerializer<Envelope<Sequence>> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Reads and writes the current format. */
  public SequenceEnvelopeSerializer() {
    this(VERSION);
  }

  private SequenceEnvelopeSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<Envelope<Sequence>> reading(int version) {
    return new SequenceEnvelopeSerializer(version);
  }

  @Override
  protected void write(Envelope<Sequence> envelope, DataOutputView out) throws IOException {
    EnvelopeFormat.write(envelope, out, SequenceEnvelopeSerializer::writeSequence);
  }

  @Override
  protected Envelope<Sequence> read(int version, DataInputView in) throws IOException {
    return EnvelopeFormat.read(in, SequenceEnvelopeSerializer::readSequence);
  }

  private static void writeSequence(Sequence sequence, DataOutputView out) throws IOException {
    EnvelopeFormat.writeSubject(sequence.subject(), out);
    out.writeLong(sequence.fromMillis());
    out.writeLong(sequence.timeMillis());
    Encoding.writeFloats(sequence.values(), out);
    Encoding.writeFlags(sequence.mask(), out);
    out.writeInt(sequence.channels());
    Encoding.writeOffsets(sequence.offsets(), out);
  }

  private static Sequence readSequence(DataInputView in) throws IOException {
    return new Sequence(
        EnvelopeFormat.readSubject(in),
        in.readLong(),
        in.readLong(),
        Encoding.readFloats(in),
        Encoding.readFlags(in),
        in.readInt(),
        Encoding.readOffsets(in));
  }
}
