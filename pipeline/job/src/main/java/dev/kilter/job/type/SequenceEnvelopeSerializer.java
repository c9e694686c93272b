package dev.kilter.job.type;

import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what flows from sequence to score. */
public final class SequenceEnvelopeSerializer extends VersionedSerializer<Envelope<Sequence>> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 2;

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
    EnvelopeFormat.write(envelope, out, SequenceFormat::write);
  }

  @Override
  protected Envelope<Sequence> read(int version, DataInputView in) throws IOException {
    return version == 1
        ? EnvelopeFormat.read(in, SequenceFormat::readPlain)
        : EnvelopeFormat.read(in, SequenceFormat::read);
  }
}
