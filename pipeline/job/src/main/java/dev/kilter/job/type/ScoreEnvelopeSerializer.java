package dev.kilter.job.type;

import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what flows from score to judge. */
public final class ScoreEnvelopeSerializer extends VersionedSerializer<Envelope<Score>> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 3;

  /** Reads and writes the current format. */
  public ScoreEnvelopeSerializer() {
    this(VERSION);
  }

  private ScoreEnvelopeSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<Envelope<Score>> reading(int version) {
    return new ScoreEnvelopeSerializer(version);
  }

  @Override
  protected void write(Envelope<Score> envelope, DataOutputView out) throws IOException {
    EnvelopeFormat.write(envelope, out, ScoreFormat::write);
  }

  @Override
  protected Envelope<Score> read(int version, DataInputView in) throws IOException {
    return EnvelopeFormat.read(in, from -> readScore(version, from));
  }

  private static Score readScore(int version, DataInputView in) throws IOException {
    if (version > 2) {
      return ScoreFormat.read(in);
    }
    Score score = readVersionOne(in);
    return version == 1 ? score : score.classified(Encoding.readFloats(in));
  }

  private static Score readVersionOne(DataInputView in) throws IOException {
    return new Score(
        in.readLong(),
        in.readLong(),
        in.readDouble(),
        Encoding.readFloats(in),
        Encoding.readFloats(in),
        Encoding.readFloats(in),
        Encoding.readOffsets(in));
  }
}
