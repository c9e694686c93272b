package dev.kilter.job.type;

import dev.kilter.score.Baseline;
import dev.kilter.score.Stretch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes from where an entity's errors are measured. */
public final class BaselineSerializer extends VersionedSerializer<Baseline> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Reads and writes the current format. */
  public BaselineSerializer() {
    this(VERSION);
  }

  private BaselineSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<Baseline> reading(int version) {
    return new BaselineSerializer(version);
  }

  @Override
  protected void write(Baseline baseline, DataOutputView out) throws IOException {
    Encoding.writeFloats(baseline.levels(), out);
    Encoding.writeFloats(baseline.spreads(), out);
    for (long since : baseline.sinceMillis()) {
      Compact.writeSigned(since, out);
    }
    Compact.writeUnsigned(baseline.recent().size(), out);
    for (Stretch stretch : baseline.recent()) {
      TuningFormat.write(stretch, out);
    }
  }

  @Override
  protected Baseline read(int version, DataInputView in) throws IOException {
    float[] levels = Encoding.readFloats(in);
    float[] spreads = Encoding.readFloats(in);
    long[] since = new long[levels.length];
    for (int channel = 0; channel < since.length; channel++) {
      since[channel] = Compact.readSigned(in);
    }
    int count = (int) Compact.readUnsigned(in);
    List<Stretch> recent = new ArrayList<>(count);
    for (int stretch = 0; stretch < count; stretch++) {
      recent.add(TuningFormat.readStretch(in));
    }
    return new Baseline(levels, spreads, since, List.copyOf(recent));
  }
}
