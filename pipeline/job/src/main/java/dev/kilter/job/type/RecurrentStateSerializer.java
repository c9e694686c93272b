package dev.kilter.job.type;

import dev.kilter.score.RecurrentState;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes what a network carries from row to row of an entity. Its array is used again once the
 * state has gone on: who keeps one copies it.
 */
public final class RecurrentStateSerializer extends VersionedSerializer<RecurrentState> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Reads and writes the current format. */
  public RecurrentStateSerializer() {
    this(VERSION);
  }

  private RecurrentStateSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<RecurrentState> reading(int version) {
    return new RecurrentStateSerializer(version);
  }

  @Override
  protected void write(RecurrentState state, DataOutputView out) throws IOException {
    Compact.writeUnsigned(state.rows(), out);
    Encoding.writeFloats(state.values(), out);
  }

  @Override
  protected RecurrentState read(int version, DataInputView in) throws IOException {
    return new RecurrentState((int) Compact.readUnsigned(in), Encoding.readFloats(in));
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  protected RecurrentState copyOf(RecurrentState from) {
    return new RecurrentState(from.rows(), from.values().clone());
  }
}
