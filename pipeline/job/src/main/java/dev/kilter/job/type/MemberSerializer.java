package dev.kilter.job.type;

import dev.kilter.alert.group.Member;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes incidents on their way to their groups, and those that wait there for their turn. */
public final class MemberSerializer extends VersionedSerializer<Member> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Reads and writes the current format. */
  public MemberSerializer() {
    this(VERSION);
  }

  private MemberSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<Member> reading(int version) {
    return new MemberSerializer(version);
  }

  @Override
  protected void write(Member member, DataOutputView out) throws IOException {
    GroupFormat.write(member, out);
  }

  @Override
  protected Member read(int version, DataInputView in) throws IOException {
    return GroupFormat.readMember(in);
  }
}
