package dev.kilter.job.type;

import dev.kilter.alert.feedback.NewNormal;
import dev.kilter.alert.feedback.RememberedIncident;
import dev.kilter.alert.feedback.Tuning;
import dev.kilter.score.Stretch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What people's verdicts have come to: one byte for all those entities of which nobody spoke. */
final class TuningFormat {
  private static final int NONE = 0;
  private static final int SOME = 1;

  private TuningFormat() {}

  static void write(Tuning tuning, DataOutputView out) throws IOException {
    if (tuning.equals(Tuning.NONE)) {
      out.writeByte(NONE);
      return;
    }
    out.writeByte(SOME);
    out.writeDouble(tuning.factor());
    out.writeBoolean(tuning.moved());
    out.writeLong(tuning.waitingMillis());
    Compact.writeUnsigned(tuning.remembered().size(), out);
    for (RememberedIncident incident : tuning.remembered()) {
      FeedbackFormat.write(incident, out);
    }
    out.writeBoolean(tuning.learning() != null);
    if (tuning.learning() != null) {
      write(tuning.learning(), out);
    }
  }

  static Tuning read(DataInputView in) throws IOException {
    if (in.readByte() == NONE) {
      return Tuning.NONE;
    }
    double factor = in.readDouble();
    boolean moved = in.readBoolean();
    long waitingMillis = in.readLong();
    int count = (int) Compact.readUnsigned(in);
    List<RememberedIncident> remembered = new ArrayList<>(count);
    for (int incident = 0; incident < count; incident++) {
      remembered.add(FeedbackFormat.readIncident(in));
    }
    NewNormal learning = in.readBoolean() ? readNormal(in) : null;
    return new Tuning(factor, learning, moved, remembered, waitingMillis);
  }

  private static void write(NewNormal normal, DataOutputView out) throws IOException {
    FeedbackFormat.write(normal.feedback(), out);
    FeedbackFormat.write(normal.incident(), out);
    Compact.writeUnsigned(normal.left(), out);
    write(normal.seen(), out);
  }

  private static NewNormal readNormal(DataInputView in) throws IOException {
    return new NewNormal(
        FeedbackFormat.read(in),
        FeedbackFormat.readIncident(in),
        (int) Compact.readUnsigned(in),
        readStretch(in));
  }

  static void write(Stretch stretch, DataOutputView out) throws IOException {
    out.writeLong(stretch.fromMillis());
    Compact.writeUnsigned(stretch.counts().length, out);
    for (int channel = 0; channel < stretch.counts().length; channel++) {
      Compact.writeUnsigned(stretch.counts()[channel], out);
      out.writeDouble(stretch.means()[channel]);
      out.writeDouble(stretch.squares()[channel]);
    }
  }

  static Stretch readStretch(DataInputView in) throws IOException {
    long fromMillis = in.readLong();
    int channels = (int) Compact.readUnsigned(in);
    int[] counts = new int[channels];
    double[] means = new double[channels];
    double[] squares = new double[channels];
    for (int channel = 0; channel < channels; channel++) {
      counts[channel] = (int) Compact.readUnsigned(in);
      means[channel] = in.readDouble();
      squares[channel] = in.readDouble();
    }
    return new Stretch(fromMillis, counts, means, squares);
  }
}
