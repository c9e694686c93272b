package dev.kilter.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The recent rows of one entity as one detector sees them: a ring that forgets the oldest row once
 * it is full. A missing value is filled in as the row is taken, and again once a later value says
 * better; the mask says which values were measured. Plain data, so Flink can keep it as state.
 */
public final class Window {
  private final int channels;
  private final float[] values;
  private final boolean[] mask;
  private final long[] times;
  private final List<List<OffsetRange>> origins;
  private final float[] held;
  private final long[] heldMillis;
  private boolean[] unhealthy;
  private int oldest;
  private int size;
  private long rowsSeen;

  private Window(int capacity, int channels) {
    this.channels = channels;
    this.values = new float[capacity * channels];
    this.mask = new boolean[capacity * channels];
    this.times = new long[capacity];
    this.origins = new ArrayList<>(Collections.nCopies(capacity, List.of()));
    this.held = new float[channels];
    this.heldMillis = new long[channels];
    this.unhealthy = new boolean[channels];
    clear();
  }

  /**
   * Rows as they are kept.
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

  /** A window as it was kept: its rows, and how many there were since it began. */
  public static Window of(int capacity, long rowsSeen, Rows rows, Held held) {
    Window window = new Window(capacity, held.values.length);
    window.size = rows.times.length;
    window.rowsSeen = rowsSeen;
    System.arraycopy(rows.times, 0, window.times, 0, rows.times.length);
    System.arraycopy(rows.values, 0, window.values, 0, rows.values.length);
    System.arraycopy(rows.mask, 0, window.mask, 0, rows.mask.length);
    for (int row = 0; row < window.size; row++) {
      window.origins.set(row, rows.origins.get(row));
    }
    System.arraycopy(held.values, 0, window.held, 0, window.channels);
    System.arraycopy(held.timesMillis, 0, window.heldMillis, 0, window.channels);
    window.unhealthy = held.unhealthy;
    return window;
  }

  /** What there is to keep of the rows. */
  public Rows rows() {
    long[] ordered = new long[size];
    List<List<OffsetRange>> places = new ArrayList<>(size);
    for (int row = 0; row < size; row++) {
      ordered[row] = times[place(row)];
      places.add(origins.get(place(row)));
    }
    return new Rows(ordered, values(), mask(), places);
  }

  /** What there is to keep of the last measured values. */
  public Held held() {
    return new Held(held.clone(), heldMillis.clone(), unhealthy);
  }

  /** The most rows it keeps. */
  public int capacity() {
    return times.length;
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
    times[place] = row.timeMillis();
    unhealthy = row.unhealthy();
    origins.set(place, row.origin());
    for (int channel = 0; channel < channels; channel++) {
      float value = row.values()[channel];
      boolean measured = !Float.isNaN(value);
      mask[place * channels + channel] = measured;
      values[place * channels + channel] = measured ? value : standIn(channel, selection);
      if (measured) {
        if (size > 1 && !mask[place(size - 2) * channels + channel]) {
          fillBehind(channel, row.timeMillis(), value, selection);
        }
        held[channel] = value;
        heldMillis[channel] = row.timeMillis();
      }
    }
  }

  private int makePlace() {
    rowsSeen++;
    if (size < times.length) {
      return place(size++);
    }
    int place = oldest;
    oldest = (oldest + 1) % times.length;
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
      int at = place(back) * channels + channel;
      long age = millis - times[place(back)];
      if (mask[at] || age > selection.maximumAgeMillis()[channel]) {
        return;
      }
      values[at] = first ? value : between(held[channel], value, age, millis - from);
    }
  }

  private static float between(float before, float after, long ageMillis, long spanMillis) {
    return (float) (after + ((double) before - after) * ageMillis / spanMillis);
  }

  private int place(int row) {
    return (oldest + row) % times.length;
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
    return times[place(row)];
  }

  /** Whether a channel was not to be trusted at the newest row. */
  public boolean unhealthy(int channel) {
    return unhealthy[channel];
  }

  /** Whether a value of the newest row was measured. */
  public boolean measured(int channel) {
    return mask[place(size - 1) * channels + channel];
  }

  /** The time of a channel's last measured value, or {@link Long#MIN_VALUE} if there was none. */
  public long heldMillis(int channel) {
    return heldMillis[channel];
  }

  /** The newest row's values; NaN where nothing stands in. */
  public float[] newest() {
    int from = place(size - 1) * channels;
    return Arrays.copyOfRange(values, from, from + channels);
  }

  /**
   * All values, {@code [time][channel]} flattened, oldest row first; NaN where nothing stands in.
   */
  public float[] values() {
    float[] ordered = new float[size * channels];
    for (int row = 0; row < size; row++) {
      System.arraycopy(values, place(row) * channels, ordered, row * channels, channels);
    }
    return ordered;
  }

  /** Which of the values were measured, in the same order. */
  public boolean[] mask() {
    boolean[] ordered = new boolean[size * channels];
    for (int row = 0; row < size; row++) {
      System.arraycopy(mask, place(row) * channels, ordered, row * channels, channels);
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
      int from = place(row) * channels;
      for (int channel = 0; channel < channels; channel++) {
        imputed += mask[from + channel] || !counts[channel] ? 0 : 1;
      }
    }
    return imputed;
  }

  /** The first channel of which a value is missing in so many of the newest rows, or -1. */
  int missing(int newest) {
    for (int row = size - newest; row < size; row++) {
      int from = place(row) * channels;
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
      List<OffsetRange> origin = origins.get(place(row));
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
      merged = OffsetRange.merge(merged, origins.get(place(row)));
    }
    return merged;
  }
}
