package dev.kilter.job.type;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A serializer that writes its newest format and reads every format it ever had. What it writes is
 * treated as immutable, so that copying costs nothing, unless it says otherwise. It has a buffer of
 * its own: for one thread at a time.
 *
 * @param <T> what it writes
 */
public abstract class VersionedSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  private static final int BUFFER_BYTES = 256;

  private final int readVersion;
  private transient DataOutputSerializer buffer;

  /**
   * A serializer that reads one of its formats.
   *
   * @param readVersion the version of the bytes it will be given
   */
  protected VersionedSerializer(int readVersion) {
    this.readVersion = readVersion;
  }

  /** The version of the format that is written. */
  protected abstract int currentVersion();

  /** The same serializer, reading bytes of this version. */
  protected abstract VersionedSerializer<T> reading(int version);

  /** Writes in the current format. */
  protected abstract void write(T value, DataOutputView out) throws IOException;

  /** Reads bytes of this version. */
  protected abstract T read(int version, DataInputView in) throws IOException;

  /**
   * Writes in the current format. A checkpoint's file gets the bytes of a value at once: number by
   * number they cost several times as much, on a core that is needed for events.
   */
  @Override
  public final void serialize(T value, DataOutputView out) throws IOException {
    if (out instanceof DataOutputSerializer) {
      write(value, out);
    } else {
      DataOutputSerializer bytes = inMemory(value);
      out.write(bytes.getSharedBuffer(), 0, bytes.length());
    }
  }

  private DataOutputSerializer inMemory(T value) throws IOException {
    if (buffer == null) {
      buffer = new DataOutputSerializer(BUFFER_BYTES);
    }
    buffer.clear();
    write(value, buffer);
    return buffer;
  }

  @Override
  public final T deserialize(DataInputView in) throws IOException {
    return read(readVersion, in);
  }

  @Override
  public final T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public final VersionedSerializer<T> duplicate() {
    return reading(readVersion);
  }

  @Override
  public final T createInstance() {
    return null;
  }

  @Override
  public final T copy(T from) {
    return isImmutableType() ? from : copyOf(from);
  }

  /**
   * A value equal to another that is not treated as immutable. While a checkpoint is written every
   * value that changes is copied first: who knows a cheaper way than through its bytes goes it.
   */
  protected T copyOf(T from) {
    return throughBytes(from);
  }

  @Override
  public final T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public final void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public final int getLength() {
    return -1;
  }

  @Override
  public final TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new VersionedSnapshot<>(this, currentVersion());
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof VersionedSerializer<?> that
        && that.getClass().equals(getClass())
        && that.readVersion == readVersion;
  }

  @Override
  public final int hashCode() {
    return getClass().hashCode() * 31 + readVersion;
  }

  private T throughBytes(T from) {
    try {
      DataOutputSerializer bytes = inMemory(from);
      return read(
          currentVersion(), new DataInputDeserializer(bytes.getSharedBuffer(), 0, bytes.length()));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read or written", e);
    }
  }
}
