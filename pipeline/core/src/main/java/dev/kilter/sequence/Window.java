package dev.kilter.sequence;

import java.util.Arrays;
import java.util.List;

/**
 * The recent rows of one entity as one detector sees them: a ring that forgets the oldest row once
 * it is full. A missing value is filled in as the row is taken, and again once a later value says
 * better; the mask says which values were measured. The rows lie in panes, which are fetched when
 * they are looked at. Plain data, so Flink can keep it as state.
 */
public final class Window {
  private final int channels;
  private final RowRing ring;
  private final float[] held;
  private final long[] heldMillis;
  private boolean[] unhealthy;
  private long rowsSeen;

  private Window(int capacity, int channels) {
    this.channels = channels;
    this.ring = new RowRing(capacity, channels);
    this.held = new float[channels];
    this.heldMillis = new long[channels];
    this.unhealthy = new boolean[channels];
    clear();
  }

  /**
   * Rows as a window of former versions kept them.
   *
   * @param times their event times, oldest first
   * @param values {@code [time][channel]} flattened
   * @param mask which of the values were measured
   * @param origins where each row lies in the events topic
   */
  public record Rows(
      long[] times, float[] values, boolean[] mask, List<List<OffsetRange>> origins) {}

  /** A window as it was kept; its panes are fetched when they are looked at. */
  public static Window of(WindowFrame frame) {
    Window window = new Window(frame.capacity(), frame.held().values().length);
    window.ring.goOn(frame.oldest(), frame.size());
    window.rowsSeen = frame.rowsSeen();
    window.hold(frame.held());
    return window;
  }

  /** A window as former versions kept it, all its rows with it. */
  public static Window of(int capacity, long rowsSeen, Rows rows, WindowFrame.Held held) {
    Window window = new Window(capacity, held.values().length);
    for (int row = 0; row < rows.times.length; row++) {
      window.ring.begin(rows.times[row], rows.origins.get(row));
      for (int channel = 0; channel < window.channels; channel++) {
        int at = row * window.channels + channel;
        window.ring.set(channel, rows.values[at], rows.mask[at]);
      }
    }
    window.rowsSeen = rowsSeen;
    window.hold(held);
    return window;
  }

  private void hold(WindowFrame.Held kept) {
    System.arraycopy(kept.values(), 0, held, 0, channels);
    System.arraycopy(kept.timesMillis(), 0, heldMillis, 0, channels);
    unhealthy = kept.unhealthy();
  }

  /** What there is to keep apart from the panes. */
  public WindowFrame frame() {
    var last = new WindowFrame.Held(held.clone(), heldMillis.clone(), unhealthy);
    return new WindowFrame(ring.capacity(), ring.oldest(), ring.size(), rowsSeen, last);
  }

  /**
   * From now on panes are fetched from there; those that were are fetched anew, but for those that
   * have changed.
   */
  public void fetchFrom(Pane.Source source) {
    ring.fetchFrom(source);
  }

  /** Hands over the panes that have changed since that was last done. */
  public void keepChanged(Pane.Target target) throws Exception {
    ring.keepChanged(target);
  }

  /** An empty window for so many rows of so many channels. */
  public static Window empty(int capacity, int channels) {
    return new Window(capacity, channels);
  }

  /** Forgets everything. */
  public void clear() {
    ring.goOn(0, 0);
    rowsSeen = 0;
    Arrays.fill(held, Float.NaN);
    Arrays.fill(heldMillis, Long.MIN_VALUE);
  }

  /** Takes the next row, later than all before, with the channels of the model. */
  public void add(Row row, ChannelSelection selection) {
    rowsSeen++;
    ring.begin(row.timeMillis(), row.origin());
    unhealthy = row.unhealthy();
    for (int channel = 0; channel < channels; channel++) {
      float value = row.values()[channel];
      if (Float.isNaN(value)) {
        ring.set(channel, standIn(channel, selection), false);
      } else {
        ring.set(channel, value, true);
        fillBehind(channel, row.timeMillis(), value, selection);
        held[channel] = value;
        heldMillis[channel] = row.timeMillis();
      }
    }
  }

  private float standIn(int channel, ChannelSelection selection) {
    return switch (selection.fills()[channel]) {
      case HOLD, LINEAR -> held[channel];
      case CONSTANT -> selection.constants()[channel];
      case NONE -> Float.NaN;
    };
  }

  /**
   * A measured value fills the rows just before it, newest first, that have none: where the channel
   * was not heard of before, with itself; on a straight line where the fill says so. Only as far as
   * the maximum age reaches.
   */
  private void fillBehind(int channel, long millis, float value, ChannelSelection selection) {
    int before = ring.size() - 2;
    if (before < 0 || ring.isMeasured(before, channel)) {
      return;
    }
    boolean first = Float.isNaN(held[channel]);
    Fill fill = selection.fills()[channel];
    boolean fills = first ? fill == Fill.HOLD || fill == Fill.LINEAR : fill == Fill.LINEAR;
    long from = first ? millis : heldMillis[channel];
    boolean young = millis - from <= selection.maximumAgeMillis()[channel];
    for (int back = before; fills && young && back >= 0; back--) {
      long age = millis - ring.timeMillis(back);
      if (ring.isMeasured(back, channel) || age > selection.maximumAgeMillis()[channel]) {
        return;
      }
      ring.fill(back, channel, first ? value : between(held[channel], value, age, millis - from));
    }
  }

  private static float between(float before, float after, long ageMillis, long spanMillis) {
    return (float) (after + ((double) before - after) * ageMillis / spanMillis);
  }

  /** How many rows there are. */
  public int size() {
    return ring.size();
  }

  /** How many rows there were since it began, those forgotten counted. */
  public long rowsSeen() {
    return rowsSeen;
  }

  /** The event time of the newest row. */
  public long newestMillis() {
    return timeMillis(size() - 1);
  }

  /** The event time of a row, 0 the oldest. */
  public long timeMillis(int row) {
    return ring.timeMillis(row);
  }

  /** Which channels were not to be trusted at the newest row. */
  boolean[] unhealthy() {
    return unhealthy;
  }

  /** Whether a channel was not to be trusted at the newest row. */
  public boolean unhealthy(int channel) {
    return unhealthy[channel];
  }

  /** Whether a value of the newest row was measured. */
  public boolean measured(int channel) {
    return ring.isMeasured(size() - 1, channel);
  }

  /** The time of a channel's last measured value, or {@link Long#MIN_VALUE} if there was none. */
  public long heldMillis(int channel) {
    return heldMillis[channel];
  }

  /** The newest row's values; NaN where nothing stands in. */
  public float[] newest() {
    float[] newest = new float[channels];
    ring.copyValues(size() - 1, newest);
    return newest;
  }

  /**
   * All values, {@code [time][channel]} flattened, oldest row first; NaN where nothing stands in.
   */
  public float[] values() {
    float[] values = new float[size() * channels];
    ring.copyValues(0, values);
    return values;
  }

  /** Which of the values were measured, in the same order. */
  public boolean[] mask() {
    boolean[] mask = new boolean[size() * channels];
    ring.copyMask(0, mask);
    return mask;
  }

  /** Whether it is full, and every value was measured. */
  boolean isMeasured() {
    return ring.isMeasured();
  }

  /**
   * How many values of so many of the newest rows were not measured, of the channels that count.
   *
   * @param counts whether a channel counts
   */
  int imputed(int newest, boolean[] counts) {
    return ring.imputed(newest, counts);
  }

  /** The first channel of which a value is missing in so many of the newest rows, or -1. */
  int missing(int newest) {
    return ring.missing(newest);
  }

  /** Where so many of the newest rows lie in the events topic. */
  public List<OffsetRange> offsets(int newest) {
    return ring.offsets(newest);
  }
}
