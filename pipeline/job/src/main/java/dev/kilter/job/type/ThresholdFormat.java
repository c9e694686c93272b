package dev.kilter.job.type;

import dev.kilter.score.threshold.Peaks;
import dev.kilter.score.threshold.ScoreCounts;
import dev.kilter.score.threshold.ThresholdState;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What was seen of an entity for its threshold: one byte where nothing is learned. */
final class ThresholdFormat {
  private static final byte NOTHING = 0;
  private static final byte COUNTS = 1;
  private static final byte PEAKS = 2;

  private ThresholdFormat() {}

  static void write(ThresholdState state, DataOutputView out) throws IOException {
    if (state.counts() != null) {
      out.writeByte(COUNTS);
      writeLearned(state, out);
      out.writeDouble(state.counts().scores());
      Encoding.writeFloats(state.counts().counts(), out);
    } else if (state.peaks() != null) {
      out.writeByte(PEAKS);
      writeLearned(state, out);
      Compact.writeNumber(state.peaks().level(), out);
      out.writeDouble(state.peaks().scores());
      out.writeDouble(state.peaks().exceeding());
      Encoding.writeFloats(state.peaks().highest(), out);
    } else {
      out.writeByte(NOTHING);
    }
  }

  static ThresholdState read(DataInputView in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case NOTHING -> ThresholdState.begin();
      case COUNTS ->
          new ThresholdState(
              in.readLong(),
              Compact.readNumber(in),
              new ScoreCounts(in.readDouble(), Encoding.readFloats(in)),
              null);
      case PEAKS -> new ThresholdState(in.readLong(), Compact.readNumber(in), null, readPeaks(in));
      default -> throw new IOException("no way to learn a threshold is number " + kind);
    };
  }

  private static void writeLearned(ThresholdState state, DataOutputView out) throws IOException {
    out.writeLong(state.boundTo());
    Compact.writeNumber(state.value(), out);
  }

  private static Peaks readPeaks(DataInputView in) throws IOException {
    return new Peaks(
        Compact.readNumber(in), in.readDouble(), in.readDouble(), Encoding.readFloats(in));
  }
}
