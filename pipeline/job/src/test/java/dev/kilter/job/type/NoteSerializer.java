package dev.kilter.job.type;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A serializer that got a second version: the first wrote the text alone, the second writes a
 * weight behind it. Which build is running is switched by a test.
 */
public final class NoteSerializer extends VersionedSerializer<NoteSerializer.Note> {
  private static final long serialVersionUID = 1L;
  private static int builtVersion = 1;

  /** What it writes. */
  public record Note(String text, int weight) {}

  /** As the running build has it. */
  public NoteSerializer() {
    this(builtVersion);
  }

  private NoteSerializer(int readVersion) {
    super(readVersion);
  }

  static void runBuild(int version) {
    builtVersion = version;
  }

  @Override
  protected int currentVersion() {
    return builtVersion;
  }

  @Override
  protected VersionedSerializer<Note> reading(int version) {
    return new NoteSerializer(version);
  }

  @Override
  protected void write(Note note, DataOutputView out) throws IOException {
    out.writeUTF(note.text());
    if (builtVersion >= 2) {
      out.writeInt(note.weight());
    }
  }

  @Override
  protected Note read(int version, DataInputView in) throws IOException {
    return new Note(in.readUTF(), version == 1 ? 1 : in.readInt());
  }
}
