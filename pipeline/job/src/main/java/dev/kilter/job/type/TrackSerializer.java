package dev.kilter.job.type;

import dev.kilter.sequence.Cell;
import dev.kilter.sequence.Track;
import dev.kilter.sequence.Window;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what is kept of an entity for one detector, but for its rows: they lie in panes. */
public final class TrackSerializer extends VersionedSerializer<Track> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 2;

  /** Reads and writes the current format. */
  public TrackSerializer() {
    this(VERSION);
  }

  private TrackSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<Track> reading(int version) {
    return new TrackSerializer(version);
  }

  @Override
  protected void write(Track track, DataOutputView out) throws IOException {
    out.writeUTF(track.modelVersion);
    out.writeLong(track.newestMillis);
    out.writeBoolean(track.inSession);
    out.writeByte(Compact.kind(track.ailment));
    Compact.writeTime(track.ailmentMillis, track.newestMillis, out);
    WindowFormat.write(track.window.frame(), out);
    out.writeBoolean(track.cell != null);
    if (track.cell != null) {
      writeCell(track.cell, out);
    }
  }

  @Override
  protected Track read(int version, DataInputView in) throws IOException {
    String modelVersion = in.readUTF();
    long newestMillis = in.readLong();
    boolean inSession = in.readBoolean();
    byte ailment = in.readByte();
    long ailmentMillis = Compact.readTime(newestMillis, in);
    Track track = new Track(modelVersion, readWindow(version, in));
    track.newestMillis = newestMillis;
    track.inSession = inSession;
    track.ailment = Compact.kind(ailment);
    track.ailmentMillis = ailmentMillis;
    track.cell = in.readBoolean() ? readCell(in) : null;
    return track;
  }

  private static Window readWindow(int version, DataInputView in) throws IOException {
    return version < 2 ? WindowFormat.readWhole(in) : Window.of(WindowFormat.read(in));
  }

  private static void writeCell(Cell cell, DataOutputView out) throws IOException {
    out.writeLong(cell.beginMillis());
    Encoding.writeFlags(cell.unhealthy(), out);
    for (int channel = 0; channel < cell.counts().length; channel++) {
      Compact.writeUnsigned(cell.counts()[channel], out);
      if (cell.counts()[channel] > 0) {
        out.writeDouble(cell.gathered()[channel]);
      }
    }
    Encoding.writeOffsets(cell.origin(), out);
  }

  private static Cell readCell(DataInputView in) throws IOException {
    long beginMillis = in.readLong();
    boolean[] unhealthy = Encoding.readFlags(in);
    double[] gathered = new double[unhealthy.length];
    int[] counts = new int[unhealthy.length];
    for (int channel = 0; channel < counts.length; channel++) {
      counts[channel] = (int) Compact.readUnsigned(in);
      gathered[channel] = counts[channel] > 0 ? in.readDouble() : 0;
    }
    return new Cell(beginMillis, gathered, counts, unhealthy, Encoding.readOffsets(in));
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }
}
