package dev.kilter.job.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.type.NoteSerializer.Note;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VersionedSnapshotTest {

  @AfterEach
  void runTheFirstBuild() {
    NoteSerializer.runBuild(1);
  }

  @Test
  void theSameVersionIsCompatible() throws IOException {
    TypeSerializerSnapshot<Note> kept = kept(1);
    assertThat(current(1).resolveSchemaCompatibility(kept).isCompatibleAsIs()).isTrue();
  }

  @Test
  void anOlderVersionIsMigrated() throws IOException {
    TypeSerializerSnapshot<Note> kept = kept(1);
    assertThat(current(2).resolveSchemaCompatibility(kept).isCompatibleAfterMigration()).isTrue();
  }

  @Test
  void aNewerVersionIsIncompatible() throws IOException {
    TypeSerializerSnapshot<Note> kept = kept(2);
    assertThat(current(1).resolveSchemaCompatibility(kept).isIncompatible()).isTrue();
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"})
  void anotherSerializerIsIncompatible() {
    TypeSerializerSnapshot other = new ReadingSerializer().snapshotConfiguration();
    assertThat(current(1).resolveSchemaCompatibility(other).isIncompatible()).isTrue();
  }

  private static TypeSerializerSnapshot<Note> current(int version) {
    NoteSerializer.runBuild(version);
    return new NoteSerializer().snapshotConfiguration();
  }

  /** What a savepoint of this version keeps, written and read back. */
  private static TypeSerializerSnapshot<Note> kept(int version) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    current(version).writeSnapshot(out);
    VersionedSnapshot<Note> read = new VersionedSnapshot<>();
    read.readSnapshot(
        1,
        new DataInputDeserializer(out.getCopyOfBuffer()),
        VersionedSnapshotTest.class.getClassLoader());
    return read;
  }
}
