package dev.kilter.job.type;

import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.group.Group;
import dev.kilter.alert.group.GroupTimes;
import dev.kilter.alert.group.Member;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Incidents that opened together: times as distances from one that is near. */
final class GroupFormat {
  private GroupFormat() {}

  static void write(Member member, DataOutputView out) throws IOException {
    out.writeUTF(member.incident());
    Compact.writeUnsigned(member.revision(), out);
    out.writeUTF(member.detector());
    out.writeUTF(member.entity());
    out.writeBoolean(member.channel() != null);
    if (member.channel() != null) {
      out.writeUTF(member.channel());
    }
    out.writeByte(IncidentFormat.number(member.severity()));
    out.writeByte(number(member.status()));
    out.writeLong(member.openedMillis());
    Compact.writeTime(member.timeMillis(), member.openedMillis(), out);
  }

  static Member readMember(DataInputView in) throws IOException {
    String incident = in.readUTF();
    int revision = (int) Compact.readUnsigned(in);
    String detector = in.readUTF();
    String entity = in.readUTF();
    String channel = in.readBoolean() ? in.readUTF() : null;
    var severity = IncidentFormat.severity(in.readByte());
    AlertStatus status = status(in.readByte());
    long openedMillis = in.readLong();
    return new Member(
        incident,
        revision,
        detector,
        entity,
        channel,
        severity,
        status,
        openedMillis,
        Compact.readTime(openedMillis, in));
  }

  static void write(List<Member> members, DataOutputView out) throws IOException {
    Compact.writeUnsigned(members.size(), out);
    for (Member member : members) {
      write(member, out);
    }
  }

  static List<Member> readMembers(DataInputView in) throws IOException {
    int count = (int) Compact.readUnsigned(in);
    List<Member> members = new ArrayList<>(count);
    for (int member = 0; member < count; member++) {
      members.add(readMember(in));
    }
    return List.copyOf(members);
  }

  static void write(Group group, DataOutputView out) throws IOException {
    out.writeUTF(group.id());
    Compact.writeUnsigned(group.revision(), out);
    out.writeBoolean(group.open());
    out.writeBoolean(group.untold());
    out.writeByte(IncidentFormat.number(group.severity()));
    write(group.times(), out);
    Compact.writeUnsigned(group.others(), out);
    write(group.members(), out);
  }

  static Group readGroup(DataInputView in) throws IOException {
    return new Group(
        in.readUTF(),
        (int) Compact.readUnsigned(in),
        in.readBoolean(),
        in.readBoolean(),
        IncidentFormat.severity(in.readByte()),
        readTimes(in),
        (int) Compact.readUnsigned(in),
        readMembers(in));
  }

  private static void write(GroupTimes times, DataOutputView out) throws IOException {
    out.writeLong(times.openedMillis());
    Compact.writeTime(times.newestMillis(), times.openedMillis(), out);
    Compact.writeTime(times.toldMillis(), times.openedMillis(), out);
    Compact.writeTime(times.heardMillis(), times.openedMillis(), out);
  }

  private static GroupTimes readTimes(DataInputView in) throws IOException {
    long openedMillis = in.readLong();
    return new GroupTimes(
        openedMillis,
        Compact.readTime(openedMillis, in),
        Compact.readTime(openedMillis, in),
        Compact.readTime(openedMillis, in));
  }

  /** The status's number in the format: these never change, whatever is added. */
  private static int number(AlertStatus status) {
    return switch (status) {
      case OPEN -> 1;
      case FLAPPING -> 2;
      case CLOSED -> 3;
    };
  }

  private static AlertStatus status(byte number) throws IOException {
    for (AlertStatus status : AlertStatus.values()) {
      if (number(status) == number) {
        return status;
      }
    }
    throw new IOException("no status is number " + number);
  }
}
