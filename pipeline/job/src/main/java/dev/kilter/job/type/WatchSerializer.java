package dev.kilter.job.type;

import dev.kilter.alert.Alarmed;
import dev.kilter.alert.Calm;
import dev.kilter.alert.Flapping;
import dev.kilter.alert.Phase;
import dev.kilter.alert.Watch;
import dev.kilter.alert.feedback.Tuning;
import dev.kilter.score.MovingAverage;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what a detector remembers of an entity; of most there never was an incident. */
public final class WatchSerializer extends VersionedSerializer<Watch> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 3;

  /** Before this version nobody's verdict counted. */
  private static final int WITH_TUNING = 2;

  private static final byte CALM = 0;
  private static final byte ALARMED = 1;
  private static final byte FLAPPING = 2;

  /** Reads and writes the current format. */
  public WatchSerializer() {
    this(VERSION);
  }

  private WatchSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<Watch> reading(int version) {
    return new WatchSerializer(version);
  }

  @Override
  protected void write(Watch watch, DataOutputView out) throws IOException {
    Compact.writeNumber(watch.average().score(), out);
    Encoding.writeFloats(watch.average().parts(), out);
    ThresholdFormat.write(watch.learned(), out);
    write(watch.phase(), out);
    TuningFormat.write(watch.tuning(), out);
  }

  @Override
  protected Watch read(int version, DataInputView in) throws IOException {
    MovingAverage average = new MovingAverage(Compact.readNumber(in), Encoding.readFloats(in));
    return new Watch(
        average,
        ThresholdFormat.read(in),
        readPhase(version, in),
        version < WITH_TUNING ? Tuning.NONE : TuningFormat.read(in));
  }

  private static void write(Phase phase, DataOutputView out) throws IOException {
    if (phase instanceof Calm calm) {
      out.writeByte(CALM);
      Compact.writeUnsigned(calm.recentVerdicts(), out);
      Compact.writeTime(calm.sinceMillis(), 0, out);
    } else if (phase instanceof Alarmed alarmed) {
      out.writeByte(ALARMED);
      IncidentFormat.write(alarmed.incident(), out);
      IncidentFormat.write(alarmed.clearing(), out);
      IncidentFormat.write(alarmed.challenge(), out);
    } else if (phase instanceof Flapping flapping) {
      out.writeByte(FLAPPING);
      IncidentFormat.write(flapping.incident(), out);
      IncidentFormat.write(flapping.clearing(), out);
      out.writeBoolean(flapping.away());
      Compact.writeTime(flapping.cameMillis(), 0, out);
    }
    IncidentFormat.write(phase.past(), out);
  }

  private static Phase readPhase(int version, DataInputView in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case CALM ->
          new Calm(
              Compact.readUnsigned(in),
              Compact.readTime(0, in),
              IncidentFormat.readPast(version, in));
      case ALARMED ->
          new Alarmed(
              IncidentFormat.read(version, in),
              IncidentFormat.readClearing(in),
              IncidentFormat.readChallenge(in),
              IncidentFormat.readPast(version, in));
      case FLAPPING ->
          new Flapping(
              IncidentFormat.read(version, in),
              IncidentFormat.readClearing(in),
              in.readBoolean(),
              Compact.readTime(0, in),
              IncidentFormat.readPast(version, in));
      default -> throw new IOException("no phase is number " + kind);
    };
  }
}
