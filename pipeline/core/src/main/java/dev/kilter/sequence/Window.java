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
  private final int capacity;
  private final int channels;
  private final Pane[] panes;
  private final boolean[] changed;
  private final float[] held;
  private final long[] heldMillis;
  private boolean[] unhealthy;
  private int oldest;
  private int size;
  private long rowsSeen;
  private Panes kept = number -> null;

  private Window(int capacity, int channels) {
    this.capacity = capacity;
    this.channels = channels;
    this.panes = new Pane[(capacity + Pane.ROWS - 1) / Pane.ROWS];
    this.changed = new boolean[panes.length];
    this.held = new float[channels];
    this.heldMillis = new long[channels];
    this.unhealthy = new boolean[channels];
    clear();
  }

  /** Where panes are kept. */
  @FunctionalInterface
  public interface Panes {
    /** The pane of this number, from 0; null where none was kept. */
    Pane fetch(int number);
  }

  /** Where a pane that has changed is to be kept. */
  @FunctionalInterface
  public interface ChangedPanes {
    /** Keeps the pane of this number. */
    void keep(int number, Pane pane) throws Exception;
  }

  /**
   * A window without its rows.
   *
   * @param capacity the most rows it keeps
   * @param oldest where in the ring the oldest row lies
   * @param size how many rows there are
   * @param rowsSeen how many there were since it began
   * @param held what is known of each channel apart from the rows
   */
  public record Frame(int capacity, int oldest, int size, long rowsSeen, Held held) {}

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

  /**
   * What is known of each channel apart from the rows.
   *
   * @param values its last measured value; NaN if there was none
   * @param timesMillis the event time of that
   * @param unhealthy whether it was not to be trusted at the newest row
   */
  public record Held(float[] values, long[] timesMillis, boolean[] unhealthy) {}

  /** A window as it was kept; its panes are fetched when they are looked at. */
  public static Window of(Frame frame) {
    Window window = new Window(frame.capacity, frame.held.values.length);
    window.oldest = frame.oldest;
    window.size = frame.size;
    window.rowsSeen = frame.rowsSeen;
    window.hold(frame.held);
    return window;
  }

  /** A window as former versions kept it, all its rows with it. */
  public static Window of(int capacity, long rowsSeen, Rows rows, Held held) {
    Window window = new Window(capacity, held.values.length);
    window.size = rows.times.length;
    window.rowsSeen = rowsSeen;
    for (int row = 0; row < window.size; row++) {
      Pane pane = window.changing(row);
      int at = within(row);
      pane.times[at] = rows.times[row];
      pane.origins[at] = rows.origins.get(row);
      int from = row * window.channels;
      System.arraycopy(rows.values, from, pane.values, at * window.channels, window.channels);
      System.arraycopy(rows.mask, from, pane.mask, at * window.channels, window.channels);
    }
    window.hold(held);
    return window;
  }

  private void hold(Held kept) {
    System.arraycopy(kept.values, 0, held, 0, channels);
    System.arraycopy(kept.timesMillis, 0, heldMillis, 0, channels);
    unhealthy = kept.unhealthy;
  }

  /** What there is to keep apart from the panes. */
  public Frame frame() {
    Held last = new Held(held.clone(), heldMillis.clone(), unhealthy);
    return new Frame(capacity, oldest, size, rowsSeen, last);
  }

  /**
   * From now on panes are fetched from there; those that were are fetched anew, but for those that
   * have changed.
   */
  public void fetchFrom(Panes source) {
    kept = source;
    for (int number = 0; number < panes.length; number++) {
      panes[number] = changed[number] ? panes[number] : null;
    }
  }

  /** Hands over the panes that have changed since that was last done. */
  public void keepChanged(ChangedPanes target) throws Exception {
    for (int number = 0; number < panes.length; number++) {
      if (changed[number]) {
        changed[number] = false;
        target.keep(number, panes[number]);
      }
    }
  }

  /** The most rows it keeps. */
  public int capacity() {
    return capacity;
  }

  /** Which channels were not to be trusted at the newest row. */
  boolean[] unhealthy() {
    return unhealthy;
  }

  /** An empty window for so many rows of so many channels. */
  public static Window empty(int capacity, int channels) {
    return new Window(capacity, channels);
  }

  /** Forgets everything. */
  public void clear() {
    oldest = 0;
    size = 0;
    rowsSeen = 0;
    Arrays.fill(held, Float.NaN);
    Arrays.fill(heldMillis, Long.MIN_VALUE);
  }

  /** Takes the next row, later than all before, with the channels of the model. */
  public void add(Row row, ChannelSelection selection) {
    int place = makePlace();
    Pane pane = changing(place);
    pane.times[within(place)] = row.timeMillis();
    pane.origins[within(place)] = row.origin();
    unhealthy = row.unhealthy();
    int from = within(place) * channels;
    for (int channel = 0; channel < channels; channel++) {
      float value = row.values()[channel];
      boolean measured = !Float.isNaN(value);
      pane.mask[from + channel] = measured;
      pane.values[from + channel] = measured ? value : standIn(channel, selection);
      if (measured) {
        if (size > 1 && !isMeasured(place(size - 2), channel)) {
          fillBehind(channel, row.timeMillis(), value, selection);
        }
        held[channel] = value;
        heldMillis[channel] = row.timeMillis();
      }
    }
  }

  private int makePlace() {
    rowsSeen++;
    if (size < capacity) {
      return place(size++);
    }
    int place = oldest;
    oldest = oldest + 1 == capacity ? 0 : oldest + 1;
    return place;
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
    boolean first = Float.isNaN(held[channel]);
    Fill fill = selection.fills()[channel];
    boolean fills = first ? fill == Fill.HOLD || fill == Fill.LINEAR : fill == Fill.LINEAR;
    long from = first ? millis : heldMillis[channel];
    boolean young = millis - from <= selection.maximumAgeMillis()[channel];
    for (int back = size - 2; fills && young && back >= 0; back--) {
      int place = place(back);
      long age = millis - timeMillis(back);
      if (isMeasured(place, channel) || age > selection.maximumAgeMillis()[channel]) {
        return;
      }
      changing(place).values[within(place) * channels + channel] =
          first ? value : between(held[channel], value, age, millis - from);
    }
  }

  private static float between(float before, float after, long ageMillis, long spanMillis) {
    return (float) (after + ((double) before - after) * ageMillis / spanMillis);
  }

  private boolean isMeasured(int place, int channel) {
    return pane(place).mask[within(place) * channels + channel];
  }

  private int place(int row) {
    int place = oldest + row;
    return place < capacity ? place : place - capacity;
  }

  private static int within(int place) {
    return place % Pane.ROWS;
  }

  /** The pane that a place of the ring lies in. */
  private Pane pane(int place) {
    int number = place / Pane.ROWS;
    if (panes[number] == null) {
      Pane fetched = kept.fetch(number);
      int rows = Math.min(Pane.ROWS, capacity - number * Pane.ROWS);
      panes[number] = fetched == null ? Pane.empty(rows, channels) : fetched;
    }
    return panes[number];
  }

  private Pane changing(int place) {
    changed[place / Pane.ROWS] = true;
    return pane(place);
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** How many rows there were since it began, those forgotten counted. */
  public long rowsSeen() {
    return rowsSeen;
  }

  /** The event time of the newest row. */
  public long newestMillis() {
    return timeMillis(size - 1);
  }

  /** The event time of a row, 0 the oldest. */
  public long timeMillis(int row) {
    int place = place(row);
    return pane(place).times[within(place)];
  }

  /** Whether a channel was not to be trusted at the newest row. */
  public boolean unhealthy(int channel) {
    return unhealthy[channel];
  }

  /** Whether a value of the newest row was measured. */
  public boolean measured(int channel) {
    return isMeasured(place(size - 1), channel);
  }

  /** The time of a channel's last measured value, or {@link Long#MIN_VALUE} if there was none. */
  public long heldMillis(int channel) {
    return heldMillis[channel];
  }

  /** The newest row's values; NaN where nothing stands in. */
  public float[] newest() {
    int newest = place(size - 1);
    int from = within(newest) * channels;
    return Arrays.copyOfRange(pane(newest).values, from, from + channels);
  }

  /**
   * All values, {@code [time][channel]} flattened, oldest row first; NaN where nothing stands in.
   */
  public float[] values() {
    float[] ordered = new float[size * channels];
    for (int row = 0; row < size; row++) {
      int place = place(row);
      int from = within(place) * channels;
      System.arraycopy(pane(place).values, from, ordered, row * channels, channels);
    }
    return ordered;
  }

  /** Which of the values were measured, in the same order. */
  public boolean[] mask() {
    boolean[] ordered = new boolean[size * channels];
    for (int row = 0; row < size; row++) {
      int place = place(row);
      int from = within(place) * channels;
      System.arraycopy(pane(place).mask, from, ordered, row * channels, channels);
    }
    return ordered;
  }

  /**
   * How many values of so many of the newest rows were not measured, of the channels that count.
   *
   * @param counts whether a channel counts
   */
  int imputed(int newest, boolean[] counts) {
    int imputed = 0;
    for (int row = size - newest; row < size; row++) {
      boolean[] mask = pane(place(row)).mask;
      int from = within(place(row)) * channels;
      for (int channel = 0; channel < channels; channel++) {
        imputed += mask[from + channel] || !counts[channel] ? 0 : 1;
      }
    }
    return imputed;
  }

  /** The first channel of which a value is missing in so many of the newest rows, or -1. */
  int missing(int newest) {
    for (int row = size - newest; row < size; row++) {
      float[] values = pane(place(row)).values;
      int from = within(place(row)) * channels;
      for (int channel = 0; channel < channels; channel++) {
        if (Float.isNaN(values[from + channel])) {
          return channel;
        }
      }
    }
    return -1;
  }

  /** Where so many of the newest rows lie in the events topic. */
  public List<OffsetRange> offsets(int newest) {
    OffsetRange one = null;
    for (int row = size - newest; row < size; row++) {
      List<OffsetRange> origin = origin(row);
      boolean alike =
          origin.size() == 1 && (one == null || one.partition() == origin.get(0).partition());
      if (!alike && !origin.isEmpty()) {
        return mergedOffsets(newest);
      }
      if (alike) {
        one = one == null ? origin.get(0) : one.with(origin.get(0));
      }
    }
    return one == null ? List.of() : List.of(one);
  }

  /** Where rows come from several partitions. */
  private List<OffsetRange> mergedOffsets(int newest) {
    List<OffsetRange> merged = List.of();
    for (int row = size - newest; row < size; row++) {
      merged = OffsetRange.merge(merged, origin(row));
    }
    return merged;
  }

  private List<OffsetRange> origin(int row) {
    int place = place(row);
    return pane(place).origins[within(place)];
  }
}
