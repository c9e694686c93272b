package dev.kilter.job.type;

import dev.kilter.health.ChannelState;
import dev.kilter.sequence.EntityState;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what is kept of an entity, its times as distances from the newest. */
public final class EntityStateSerializer extends VersionedSerializer<EntityState> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 6;

  /** Reads and writes the current format. */
  public EntityStateSerializer() {
    this(VERSION);
  }

  private EntityStateSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<EntityState> reading(int version) {
    return new EntityStateSerializer(version);
  }

  @Override
  protected void write(EntityState state, DataOutputView out) throws IOException {
    long newest = state.newestMillis;
    out.writeLong(newest);
    Compact.writeTime(state.releasedUpToMillis, newest, out);
    Compact.writeTime(state.unwatchedMillis, newest, out);
    Compact.writeTime(state.upkeepMillis, newest, out);
    Compact.writeTime(state.cameMillis, newest, out);
    Compact.writeTime(state.turnMillis, newest, out);
    Compact.writeUnsigned(state.waitedFor, out);
    Compact.writeUnsigned(state.waitingInOrder, out);
    Compact.writeTime(state.lateUpToMillis, newest, out);
    out.writeInt(state.watch);
    out.writeBoolean(state.silent);
    Compact.writeUnsigned(state.channels.length, out);
    for (ChannelState channel : state.channels) {
      writeChannel(channel, newest, out);
    }
  }

  @Override
  protected EntityState read(int version, DataInputView in) throws IOException {
    long newest = in.readLong();
    long releasedUpTo = Compact.readTime(newest, in);
    long unwatched = Compact.readTime(newest, in);
    long upkeep = Compact.readTime(newest, in);
    long came = version < 2 ? EntityState.NEVER : Compact.readTime(newest, in);
    long turn = version < 3 ? EntityState.NEVER : Compact.readTime(newest, in);
    int waitedFor = version < 4 ? 0 : (int) Compact.readUnsigned(in);
    int waitingInOrder = version < 4 ? 0 : (int) Compact.readUnsigned(in);
    long lateUpTo = version < 5 ? EntityState.NEVER : Compact.readTime(newest, in);
    int watch = version < 6 ? 0 : in.readInt();
    boolean silent = in.readBoolean();
    ChannelState[] channels = new ChannelState[(int) Compact.readUnsigned(in)];
    for (int channel = 0; channel < channels.length; channel++) {
      channels[channel] = readChannel(newest, in);
    }
    EntityState state = new EntityState(channels);
    state.newestMillis = newest;
    state.releasedUpToMillis = releasedUpTo;
    state.unwatchedMillis = unwatched;
    state.upkeepMillis = upkeep;
    state.cameMillis = came;
    state.turnMillis = turn;
    state.waitedFor = waitedFor;
    state.waitingInOrder = waitingInOrder;
    state.lateUpToMillis = lateUpTo;
    state.watch = watch;
    state.silent = silent;
    return state;
  }

  private static void writeChannel(ChannelState channel, long newest, DataOutputView out)
      throws IOException {
    out.writeByte(Compact.kind(channel.trouble));
    Compact.writeNumber(channel.accepted, out);
    Compact.writeTime(channel.acceptedMillis, newest, out);
    Compact.writeTime(channel.seenMillis, newest, out);
    Compact.writeTime(channel.unchangedMillis, newest, out);
    Compact.writeTime(channel.troubleMillis, newest, out);
    Compact.writeNumber(channel.counted, out);
    Compact.writeTime(channel.countedMillis, newest, out);
  }

  private static ChannelState readChannel(long newest, DataInputView in) throws IOException {
    ChannelState channel = new ChannelState();
    channel.trouble = Compact.kind(in.readByte());
    channel.accepted = Compact.readNumber(in);
    channel.acceptedMillis = Compact.readTime(newest, in);
    channel.seenMillis = Compact.readTime(newest, in);
    channel.unchangedMillis = Compact.readTime(newest, in);
    channel.troubleMillis = Compact.readTime(newest, in);
    channel.counted = Compact.readNumber(in);
    channel.countedMillis = Compact.readTime(newest, in);
    return channel;
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  protected EntityState copyOf(EntityState from) {
    return from.copy();
  }
}
