package dev.kilter.job.type;

import dev.kilter.alert.Challenge;
import dev.kilter.alert.ClassAverage;
import dev.kilter.alert.Clearing;
import dev.kilter.alert.Incident;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.Past;
import dev.kilter.alert.Severity;
import dev.kilter.alert.Telling;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** An incident and what is counted of it: times as distances from one that is near. */
final class IncidentFormat {
  /** Before this version of a watch it was not kept which model an incident was told by. */
  private static final int WITH_MODEL = 3;

  private static final ModelReference UNKNOWN = new ModelReference("unknown", "", "");

  private IncidentFormat() {}

  static void write(Incident incident, DataOutputView out) throws IOException {
    Telling telling = incident.telling();
    out.writeUTF(incident.id());
    Compact.writeUnsigned(telling.revision(), out);
    out.writeLong(incident.openedMillis());
    Compact.writeTime(incident.sinceMillis(), incident.openedMillis(), out);
    Compact.writeTime(telling.timeMillis(), incident.openedMillis(), out);
    out.writeByte(number(incident.severity()));
    Compact.writeNumber(incident.peak(), out);
    Compact.writeUnsigned(incident.sequences(), out);
    Compact.writeSigned(telling.leader(), out);
    out.writeBoolean(incident.longInAlarm());
    out.writeBoolean(telling.open());
    out.writeBoolean(incident.withheld());
    write(incident.classes(), out);
    Compact.writeUnsigned(incident.pausedMillis(), out);
    writeModel(telling, out);
  }

  /**
   * Reads an incident.
   *
   * @param version the version of the format of a watch
   */
  static Incident read(int version, DataInputView in) throws IOException {
    String id = in.readUTF();
    int revision = (int) Compact.readUnsigned(in);
    long openedMillis = in.readLong();
    long sinceMillis = Compact.readTime(openedMillis, in);
    long toldMillis = Compact.readTime(openedMillis, in);
    Severity severity = severity(in.readByte());
    double peak = Compact.readNumber(in);
    int sequences = (int) Compact.readUnsigned(in);
    int leader = (int) Compact.readSigned(in);
    boolean longInAlarm = in.readBoolean();
    boolean open = in.readBoolean();
    boolean withheld = in.readBoolean();
    ClassAverage classes = readClasses(in);
    long pausedMillis = version < WITH_MODEL ? 0 : Compact.readUnsigned(in);
    Telling told = new Telling(revision, toldMillis, leader, open, null, Double.NaN);
    return new Incident(
        id,
        sinceMillis,
        openedMillis,
        pausedMillis,
        severity,
        peak,
        sequences,
        longInAlarm,
        withheld,
        classes,
        version < WITH_MODEL ? byUnknown(told) : readModel(told, in));
  }

  private static void writeModel(Telling telling, DataOutputView out) throws IOException {
    ModelReference model = telling.model();
    out.writeBoolean(model != null);
    if (model != null) {
      out.writeUTF(model.name());
      out.writeUTF(model.version());
      out.writeUTF(model.sha256());
      out.writeDouble(telling.threshold());
    }
  }

  private static Telling readModel(Telling told, DataInputView in) throws IOException {
    return in.readBoolean()
        ? restingOn(
            new ModelReference(in.readUTF(), in.readUTF(), in.readUTF()), in.readDouble(), told)
        : told;
  }

  private static Telling byUnknown(Telling told) {
    return told.open() ? restingOn(UNKNOWN, Double.NaN, told) : told;
  }

  private static Telling restingOn(ModelReference model, double threshold, Telling told) {
    return new Telling(
        told.revision(), told.timeMillis(), told.leader(), told.open(), model, threshold);
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

  static Past readPast(int version, DataInputView in) throws IOException {
    Incident last = in.readBoolean() ? read(version, in) : null;
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
