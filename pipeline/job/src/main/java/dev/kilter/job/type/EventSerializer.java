package dev.kilter.job.type;

import dev.kilter.event.Event;
import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes events: the entity, the time, a mask of the channels that are present, and their values.
 */
public final class EventSerializer extends VersionedSerializer<Event> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  private transient KnownNames entities;

  /** Reads and writes the current format. */
  public EventSerializer() {
    this(VERSION);
  }

  private EventSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<Event> reading(int version) {
    return new EventSerializer(version);
  }

  @Override
  protected void write(Event event, DataOutputView out) throws IOException {
    out.writeUTF(event.entity());
    out.writeLong(event.timeMillis());
    out.writeInt(event.partition());
    out.writeLong(event.offset());
    out.writeInt(event.index());
    writeValues(event.values(), out);
  }

  @Override
  protected Event read(int version, DataInputView in) throws IOException {
    String entity = entities().read(in);
    long timeMillis = in.readLong();
    int partition = in.readInt();
    long offset = in.readLong();
    int index = in.readInt();
    return new Event(entity, timeMillis, readValues(in), partition, offset, index);
  }

  /** Made where the serializer is used: what Flink sends around has none. */
  private KnownNames entities() {
    if (entities == null) {
      entities = new KnownNames();
    }
    return entities;
  }

  static void writeValues(double[] values, DataOutputView out) throws IOException {
    out.writeShort(values.length);
    for (int first = 0; first < values.length; first += Byte.SIZE) {
      out.writeByte(maskOf(values, first));
    }
    for (double value : values) {
      if (!Double.isNaN(value)) {
        out.writeDouble(value);
      }
    }
  }

  private static int maskOf(double[] values, int first) {
    int mask = 0;
    int end = Math.min(values.length, first + Byte.SIZE);
    for (int channel = first; channel < end; channel++) {
      mask |= Double.isNaN(values[channel]) ? 0 : 1 << (channel - first);
    }
    return mask;
  }

  static double[] readValues(DataInputView in) throws IOException {
    double[] values = new double[in.readUnsignedShort()];
    byte[] masks = new byte[(values.length + Byte.SIZE - 1) / Byte.SIZE];
    in.readFully(masks);
    Arrays.fill(values, Double.NaN);
    for (int channel = 0; channel < values.length; channel++) {
      if ((masks[channel / Byte.SIZE] >> (channel % Byte.SIZE) & 1) == 1) {
        values[channel] = in.readDouble();
      }
    }
    return values;
  }
}
