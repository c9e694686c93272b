package dev.kilter.sequence;

import dev.kilter.health.Ailment;
import dev.kilter.health.ChannelState;
import dev.kilter.health.EntityCheck;
import java.util.List;

/**
 * What is kept of one entity, whatever watches it: how far its events were taken in, and what is
 * remembered of its channels. Plain data, so Flink can keep it as state.
 */
public final class EntityState {
  /** A time that never was. */
  public static final long NEVER = Long.MIN_VALUE;

  /** Every event up to this time was taken in; nothing at or before it is taken again. */
  public long releasedUpToMillis = NEVER;

  /** Event time of the newest event taken in. */
  public long newestMillis = NEVER;

  /** How far event time had come when an event last came behind it, or never. */
  public long cameMillis = NEVER;

  /** Whether it is silent at present. */
  public boolean silent;

  /** Since when no detector watches it, or never. */
  public long unwatchedMillis = NEVER;

  /** The event time at which to look after it again, or never. */
  public long upkeepMillis = NEVER;

  /** The event time at which what waits or is under way is to be looked at next, or never. */
  public long turnMillis = NEVER;

  /** Of the events kept as waiting, so many of the first have been taken in already. */
  public int waitedFor;

  /** Of the events kept as waiting, so many of the first lie in the order of their times. */
  public int waitingInOrder;

  /** The newest event time of what came too late so far, or never. */
  public long lateUpToMillis = NEVER;

  /** Which detectors watched it when it was last looked at, as {@link Lane#watch}. */
  public int watch;

  /** How it is with it, as that was last looked at, or null. Not kept. */
  private Circumstances circumstances;

  /** What is remembered of each channel. */
  public final ChannelState[] channels;

  /** What is kept of an entity nothing is known of yet, or what was kept of its channels. */
  public EntityState(ChannelState[] channels) {
    this.channels = channels;
  }

  /** Event time at which it was last heard of: an event of long ago is no silence. */
  long heardMillis() {
    return Math.max(newestMillis, cameMillis);
  }

  /** Whether anything was heard of it: not where its first event still waits for its turn. */
  boolean isKnown() {
    return heardMillis() != NEVER;
  }

  /**
   * How it is with it.
   *
   * @param check knows the channels
   * @return the same object as before unless something has changed
   */
  Circumstances circumstances(EntityCheck check) {
    Circumstances before = circumstances == null ? Circumstances.WELL : circumstances;
    List<Ailment> health = check.ailments(channels, before.health());
    if (!health.equals(before.health()) || lateUpToMillis != before.lateUpToMillis()) {
      circumstances = new Circumstances(lateUpToMillis, health);
    }
    return circumstances == null ? before : circumstances;
  }

  /** What waits is the same as before, though all else was forgotten. */
  public void goOnWaitingAs(EntityState before) {
    waitedFor = before.waitedFor;
    waitingInOrder = before.waitingInOrder;
  }

  /** The same, which goes its own way from here. */
  public EntityState copy() {
    ChannelState[] states = new ChannelState[channels.length];
    for (int channel = 0; channel < channels.length; channel++) {
      states[channel] = channels[channel].copy();
    }
    EntityState copy = with(states);
    copy.circumstances = circumstances;
    return copy;
  }

  /**
   * The same where the pipeline file has other channels now, or has them in another order.
   *
   * @param from where each of the channels now stands among these; -1 where it is new
   */
  public EntityState rearranged(int[] from) {
    EntityState now = with(begin(from.length).channels);
    for (int channel = 0; channel < from.length; channel++) {
      if (from[channel] >= 0) {
        now.channels[channel] = channels[from[channel]].copy();
      }
    }
    return now;
  }

  private EntityState with(ChannelState[] states) {
    EntityState copy = new EntityState(states);
    copy.releasedUpToMillis = releasedUpToMillis;
    copy.newestMillis = newestMillis;
    copy.cameMillis = cameMillis;
    copy.lateUpToMillis = lateUpToMillis;
    copy.watch = watch;
    copy.silent = silent;
    copy.unwatchedMillis = unwatchedMillis;
    copy.upkeepMillis = upkeepMillis;
    copy.turnMillis = turnMillis;
    copy.waitedFor = waitedFor;
    copy.waitingInOrder = waitingInOrder;
    return copy;
  }

  /** What is kept of an entity nothing is known of yet. */
  public static EntityState begin(int channels) {
    ChannelState[] states = new ChannelState[channels];
    for (int channel = 0; channel < channels; channel++) {
      states[channel] = new ChannelState();
    }
    return new EntityState(states);
  }
}
