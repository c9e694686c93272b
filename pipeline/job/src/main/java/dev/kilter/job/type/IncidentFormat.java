package dev.kilter.job.type;

import dev.kilter.alert.Challenge;
import dev.kilter.alert.ClassAverage;
import dev.kilter.alert.Clearing;
import dev.kilter.alert.Incident;
import dev.kilter.alert.Past;
import dev.kilter.alert.Severity;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** An incident and what is counted of it: times as distances from one that is near. */
final class IncidentFormat {
  private IncidentFormat() {}

  static void write(Incident incident, DataOutputView out) throws IOException {
    out.writeUTF(incident.id());
    Compact.writeUnsigned(incident.revision(), out);
    out.writeLong(incident.openedMillis());
    Compact.writeTime(incident.sinceMillis(), incident.openedMillis(), out);
    Compact.writeTime(incident.toldMillis(), incident.openedMillis(), out);
    out.writeByte(number(incident.severity()));
    Compact.writeNumber(incident.peak(), out);
    Compact.writeUnsigned(incident.sequences(), out);
    Compact.writeSigned(incident.leader(), out);
    out.writeBoolean(incident.longInAlarm());
    out.writeBoolean(incident.toldOpen());
    out.writeBoolean(incident.withheld());
    write(incident.classes(), out);
  }

  static Incident read(DataInputView in) throws IOException {
    String id = in.readUTF();
    int revision = (int) Compact.readUnsigned(in);
    long openedMillis = in.readLong();
    return new Incident(
        id,
        revision,
        Compact.readTime(openedMillis, in),
        openedMillis,
        Compact.readTime(openedMillis, in),
        severity(in.readByte()),
        Compact.readNumber(in),
        (int) Compact.readUnsigned(in),
        (int) Compact.readSigned(in),
        in.readBoolean(),
        in.readBoolean(),
        in.readBoolean(),
        readClasses(in));
  }

  static void write(Clearing clearing, DataOutputView out) throws IOException {
    Compact.writeUnsigned(clearing.inARow(), out);
    out.writeLong(clearing.troubledMillis());
    Compact.writeTime(clearing.sinceMillis(), clearing.troubledMillis(), out);
  }

  static Clearing readClearing(DataInputView in) throws IOException {
    int inARow = (int) Compact.readUnsigned(in);
    long troubledMillis = in.readLong();
    return new Clearing(inARow, Compact.readTime(troubledMillis, in), troubledMillis);
  }

  static void write(Challenge challenge, DataOutputView out) throws IOException {
    Compact.writeSigned(challenge.channel(), out);
    Compact.writeUnsigned(challenge.inARow(), out);
  }

  static Challenge readChallenge(DataInputView in) throws IOException {
    return new Challenge((int) Compact.readSigned(in), (int) Compact.readUnsigned(in));
  }

  static void write(Past past, DataOutputView out) throws IOException {
    out.writeBoolean(past.last() != null);
    if (past.last() != null) {
      write(past.last(), out);
    }
    Compact.writeTime(past.closedMillis(), 0, out);
    Compact.writeTime(past.quietUntilMillis(), past.closedMillis(), out);
    Compact.writeUnsigned(past.openings().length, out);
    long before = past.closedMillis();
    for (long opening : past.openings()) {
      Compact.writeTime(opening, before, out);
      before = opening;
    }
  }

  static Past readPast(DataInputView in) throws IOException {
    Incident last = in.readBoolean() ? read(in) : null;
    long closedMillis = Compact.readTime(0, in);
    long quietUntilMillis = Compact.readTime(closedMillis, in);
    long[] openings = new long[(int) Compact.readUnsigned(in)];
    long before = closedMillis;
    for (int at = 0; at < openings.length; at++) {
      openings[at] = Compact.readTime(before, in);
      before = openings[at];
    }
    return new Past(last, closedMillis, quietUntilMillis, openings);
  }

  private static void write(ClassAverage classes, DataOutputView out) throws IOException {
    out.writeBoolean(classes != null);
    if (classes != null) {
      Compact.writeUnsigned(classes.sequences(), out);
      Encoding.writeFloats(classes.probabilities(), out);
    }
  }

  private static ClassAverage readClasses(DataInputView in) throws IOException {
    return in.readBoolean()
        ? new ClassAverage((int) Compact.readUnsigned(in), Encoding.readFloats(in))
        : null;
  }

  /** The severity's number in the format: these never change, whatever is added. */
  static int number(Severity severity) {
    return switch (severity) {
      case MINOR -> 1;
      case MAJOR -> 2;
      case CRITICAL -> 3;
    };
  }

  static Severity severity(byte number) throws IOException {
    for (Severity severity : Severity.values()) {
      if (number(severity) == number) {
        return severity;
      }
    }
    throw new IOException("no severity is number " + number);
  }
}
