package dev.kilter.job.type;

import dev.kilter.alert.group.Group;
import dev.kilter.alert.group.Groups;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what is kept of the groups of one key, and of incidents that are in none. */
public final class GroupsSerializer extends VersionedSerializer<Groups> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Reads and writes the current format. */
  public GroupsSerializer() {
    this(VERSION);
  }

  private GroupsSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<Groups> reading(int version) {
    return new GroupsSerializer(version);
  }

  @Override
  protected void write(Groups groups, DataOutputView out) throws IOException {
    out.writeLong(groups.passedMillis());
    GroupFormat.write(groups.alone(), out);
    Compact.writeUnsigned(groups.groups().size(), out);
    for (Group group : groups.groups()) {
      GroupFormat.write(group, out);
    }
  }

  @Override
  protected Groups read(int version, DataInputView in) throws IOException {
    long passedMillis = in.readLong();
    var alone = GroupFormat.readMembers(in);
    int count = (int) Compact.readUnsigned(in);
    List<Group> groups = new ArrayList<>(count);
    for (int group = 0; group < count; group++) {
      groups.add(GroupFormat.readGroup(in));
    }
    return new Groups(passedMillis, alone, List.copyOf(groups));
  }
}
