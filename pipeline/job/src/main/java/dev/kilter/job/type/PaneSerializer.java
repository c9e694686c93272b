package dev.kilter.job.type;

import dev.kilter.sequence.Pane;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes a few rows of an entity. */
public final class PaneSerializer extends VersionedSerializer<Pane> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Reads and writes the current format. */
  public PaneSerializer() {
    this(VERSION);
  }

  private PaneSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<Pane> reading(int version) {
    return new PaneSerializer(version);
  }

  @Override
  protected void write(Pane pane, DataOutputView out) throws IOException {
    WindowFormat.write(pane, out);
  }

  @Override
  protected Pane read(int version, DataInputView in) throws IOException {
    return WindowFormat.readPane(in);
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  protected Pane copyOf(Pane from) {
    return from.copy();
  }
}
