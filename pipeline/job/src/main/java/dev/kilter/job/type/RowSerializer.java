package dev.kilter.job.type;

import dev.kilter.sequence.Row;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes rows that wait for their turn. */
public final class RowSerializer extends VersionedSerializer<Row> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Reads and writes the current format. */
  public RowSerializer() {
    this(VERSION);
  }

  private RowSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<Row> reading(int version) {
    return new RowSerializer(version);
  }

  @Override
  protected void write(Row row, DataOutputView out) throws IOException {
    out.writeLong(row.timeMillis());
    Encoding.writeFloats(row.values(), out);
    Encoding.writeOffsets(row.origin(), out);
  }

  @Override
  protected Row read(int version, DataInputView in) throws IOException {
    return new Row(in.readLong(), Encoding.readFloats(in), Encoding.readOffsets(in));
  }
}
