package dev.kilter.job.type;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;

/**
 * What a savepoint keeps of a {@link VersionedSerializer}: its class and the version of the bytes.
 *
 * @param <T> what the serializer writes
 */
public final class VersionedSnapshot<T> implements TypeSerializerSnapshot<T> {
  private static final int SNAPSHOT_VERSION = 1;

  private VersionedSerializer<T> serializer;
  private int version;

  /** For Flink, which fills it by {@link #readSnapshot}. */
  public VersionedSnapshot() {}

  VersionedSnapshot(VersionedSerializer<T> serializer, int version) {
    this.serializer = serializer;
    this.version = version;
  }

  @Override
  public int getCurrentVersion() {
    return SNAPSHOT_VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(serializer.getClass().getName());
    out.writeInt(version);
  }

  @Override
  public void readSnapshot(int snapshotVersion, DataInputView in, ClassLoader loader)
      throws IOException {
    @SuppressWarnings("unchecked")
    Class<VersionedSerializer<T>> type =
        (Class<VersionedSerializer<T>>)
            (Class<?>) InstantiationUtil.resolveClassByName(in, loader, VersionedSerializer.class);
    serializer = InstantiationUtil.instantiate(type);
    version = in.readInt();
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    if (version > serializer.currentVersion()) {
      throw new IllegalStateException(
          "This state was written in format "
              + version
              + " of "
              + serializer.getClass().getSimpleName()
              + ", and this build reads formats up to "
              + serializer.currentVersion()
              + ": go on with the build that wrote it.");
    }
    return serializer.reading(version);
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> oldSnapshot) {
    if (!(oldSnapshot instanceof VersionedSnapshot<T> old)
        || old.serializer.getClass() != serializer.getClass()
        || old.version > version) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return old.version == version
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}
