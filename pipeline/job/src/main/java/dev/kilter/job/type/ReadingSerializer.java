package dev.kilter.job.type;

import dev.kilter.event.Reading;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes readings that wait for their turn. */
public final class ReadingSerializer extends VersionedSerializer<Reading> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Reads and writes the current format. */
  public ReadingSerializer() {
    this(VERSION);
  }

  private ReadingSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<Reading> reading(int version) {
    return new ReadingSerializer(version);
  }

  @Override
  protected void write(Reading reading, DataOutputView out) throws IOException {
    out.writeLong(reading.timeMillis());
    Compact.writeUnsigned(reading.partition(), out);
    Compact.writeUnsigned(reading.offset(), out);
    Compact.writeUnsigned(reading.index(), out);
    EventSerializer.writeValues(reading.values(), out);
  }

  @Override
  protected Reading read(int version, DataInputView in) throws IOException {
    long timeMillis = in.readLong();
    int partition = (int) Compact.readUnsigned(in);
    long offset = Compact.readUnsigned(in);
    int index = (int) Compact.readUnsigned(in);
    return new Reading(timeMillis, EventSerializer.readValues(in), partition, offset, index);
  }
}
