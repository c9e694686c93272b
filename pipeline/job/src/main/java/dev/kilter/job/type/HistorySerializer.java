package dev.kilter.job.type;

import dev.kilter.sequence.History;
import dev.kilter.sequence.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes the ring of one entity. */
public final class HistorySerializer extends VersionedSerializer<History> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Reads and writes the current format. */
  public HistorySerializer() {
    this(VERSION);
  }

  private HistorySerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<History> reading(int version) {
    return new HistorySerializer(version);
  }

  private final RowSerializer rowFormat = new RowSerializer();

  @Override
  protected void write(History history, DataOutputView out) throws IOException {
    out.writeUTF(history.modelVersion());
    out.writeLong(history.rowsSeen());
    List<Row> rows = history.rows();
    out.writeInt(rows.size());
    for (Row row : rows) {
      rowFormat.serialize(row, out);
    }
  }

  @Override
  protected History read(int version, DataInputView in) throws IOException {
    String modelVersion = in.readUTF();
    long rowsSeen = in.readLong();
    int count = in.readInt();
    List<Row> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(rowFormat.deserialize(in));
    }
    return new History(modelVersion, rowsSeen, rows);
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }
}
