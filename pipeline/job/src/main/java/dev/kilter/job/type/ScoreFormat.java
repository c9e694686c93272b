package dev.kilter.job.type;

import dev.kilter.score.Baseline;
import dev.kilter.score.Carried;
import dev.kilter.score.RecurrentState;
import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How a score is written. Of the scores before it, which it was carried on from, only the rows are
 * kept.
 */
final class ScoreFormat {
  private static final float[] NOTHING = {};

  private ScoreFormat() {}

  static void write(Score score, DataOutputView out) throws IOException {
    SequenceFormat.write(score.sequence(), out);
    out.writeDouble(score.raw());
    Encoding.writeFloats(score.parts(), out);
    Encoding.writeFloats(score.expected(), out);
    Encoding.writeFloats(score.classes(), out);
    write(score.carried(), out);
    write(score.baseline(), out);
  }

  static Score read(DataInputView in) throws IOException {
    return new Score(
        SequenceFormat.read(in),
        in.readDouble(),
        Encoding.readFloats(in),
        Encoding.readFloats(in),
        Encoding.readFloats(in),
        readCarried(in),
        readBaseline(in));
  }

  /** A score of which nothing is known but the row it is of. */
  static Score ofRow(Sequence row, Carried carried) {
    return new Score(row, Double.NaN, NOTHING, NOTHING, carried);
  }

  private static void write(Carried carried, DataOutputView out) throws IOException {
    out.writeBoolean(carried != null);
    if (carried == null) {
      return;
    }
    Deque<Sequence> rows = new ArrayDeque<>();
    Carried before = carried;
    while (before instanceof Score score) {
      rows.push(score.sequence());
      before = score.carried();
    }
    RecurrentState state = (RecurrentState) before;
    out.writeInt(state.rows());
    Encoding.writeFloats(state.values(), out);
    out.writeInt(rows.size());
    for (Sequence row : rows) {
      SequenceFormat.write(row, out);
    }
  }

  private static Carried readCarried(DataInputView in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    Carried carried = new RecurrentState(in.readInt(), Encoding.readFloats(in));
    int rows = in.readInt();
    for (int row = 0; row < rows; row++) {
      carried = ofRow(SequenceFormat.read(in), carried);
    }
    return carried;
  }

  private static void write(Baseline baseline, DataOutputView out) throws IOException {
    out.writeBoolean(baseline != null);
    if (baseline == null) {
      return;
    }
    Encoding.writeFloats(baseline.levels(), out);
    Encoding.writeFloats(baseline.spreads(), out);
    out.writeInt(baseline.sinceMillis().length);
    for (long since : baseline.sinceMillis()) {
      out.writeLong(since);
    }
  }

  private static Baseline readBaseline(DataInputView in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    float[] levels = Encoding.readFloats(in);
    float[] spreads = Encoding.readFloats(in);
    long[] since = new long[in.readInt()];
    for (int channel = 0; channel < since.length; channel++) {
      since[channel] = in.readLong();
    }
    return new Baseline(levels, spreads, since, List.of());
  }
}
