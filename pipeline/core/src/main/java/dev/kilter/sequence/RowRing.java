package dev.kilter.sequence;

import java.util.List;

/**
 * So many rows, the newest in place of the oldest once it is full. They lie in panes, which are
 * fetched when they are looked at.
 */
final class RowRing {
  private final int capacity;
  private final int channels;
  private final Pane[] panes;
  private final boolean[] changed;
  private int oldest;
  private int size;
  private Pane newest;
  private int newestWithin;
  private Pane.Source kept = number -> null;

  RowRing(int capacity, int channels) {
    this.capacity = capacity;
    this.channels = channels;
    this.panes = new Pane[(capacity + Pane.ROWS - 1) / Pane.ROWS];
    this.changed = new boolean[panes.length];
  }

  int capacity() {
    return capacity;
  }

  int oldest() {
    return oldest;
  }

  int size() {
    return size;
  }

  /** Says which of the rows that are kept count. */
  void goOn(int oldestPlace, int rows) {
    oldest = oldestPlace;
    size = rows;
  }

  /** Panes are fetched anew, but for those that have changed. */
  void fetchFrom(Pane.Source source) {
    kept = source;
    for (int number = 0; number < panes.length; number++) {
      panes[number] = changed[number] ? panes[number] : null;
    }
  }

  void keepChanged(Pane.Target target) throws Exception {
    for (int number = 0; number < panes.length; number++) {
      if (changed[number]) {
        changed[number] = false;
        target.keep(number, panes[number]);
      }
    }
  }

  /** Takes the next row, which is the newest from now on; its values are set apart. */
  void begin(long timeMillis, List<OffsetRange> origin) {
    if (size < capacity) {
      size++;
    } else {
      oldest = oldest + 1 == capacity ? 0 : oldest + 1;
    }
    int place = place(size - 1);
    newest = changing(place);
    newestWithin = within(place);
    newest.times[newestWithin] = timeMillis;
    newest.origins[newestWithin] = origin;
  }

  /** Sets a value of the row that has just begun. */
  void set(int channel, float value, boolean measured) {
    newest.values[newestWithin * channels + channel] = value;
    newest.mask[newestWithin * channels + channel] = measured;
  }

  /** Sets what stands in for a missing value of a row, 0 the oldest. */
  void fill(int row, int channel, float value) {
    int place = place(row);
    changing(place).values[within(place) * channels + channel] = value;
  }

  boolean isMeasured(int row, int channel) {
    int place = place(row);
    return pane(place).mask[within(place) * channels + channel];
  }

  long timeMillis(int row) {
    int place = place(row);
    return pane(place).times[within(place)];
  }

  private List<OffsetRange> origin(int row) {
    int place = place(row);
    return pane(place).origins[within(place)];
  }

  /** Copies the values of rows from this one on. */
  void copyValues(int row, float[] to) {
    copy(
        row,
        to.length / channels,
        (pane, from, at, size) -> System.arraycopy(pane.values, from, to, at, size));
  }

  /** Copies which values were measured, of rows from this one on. */
  void copyMask(int row, boolean[] to) {
    copy(
        row,
        to.length / channels,
        (pane, from, at, size) -> System.arraycopy(pane.mask, from, to, at, size));
  }

  /** Copies rows that lie behind each other in a pane. */
  @FunctionalInterface
  private interface Copy {
    void copy(Pane pane, int from, int to, int size);
  }

  private void copy(int row, int rows, Copy copy) {
    int done = 0;
    while (done < rows) {
      int place = place(row + done);
      int run = Math.min(rows - done, Math.min(Pane.ROWS - within(place), capacity - place));
      copy.copy(pane(place), within(place) * channels, done * channels, run * channels);
      done += run;
    }
  }

  /** Whether it is full, and every value was measured. */
  boolean isMeasured() {
    boolean measured = size == capacity;
    for (int place = 0; measured && place < capacity; place += Pane.ROWS) {
      measured = pane(place).summary().measured();
    }
    return measured;
  }

  /** How many values of so many of the newest rows were not measured, of channels that count. */
  int imputed(int newest, boolean[] counts) {
    int imputed = 0;
    for (int row = size - newest; row < size; row++) {
      imputed += imputedIn(row, counts);
    }
    return imputed;
  }

  private int imputedIn(int row, boolean[] counts) {
    int place = place(row);
    boolean[] mask = pane(place).mask;
    int from = within(place) * channels;
    int imputed = 0;
    for (int channel = 0; channel < channels; channel++) {
      imputed += mask[from + channel] || !counts[channel] ? 0 : 1;
    }
    return imputed;
  }

  /** The first channel that so many of the newest rows have a gap in that nothing fills; or -1. */
  int missing(int newest) {
    int missing = -1;
    for (int row = size - newest; missing < 0 && row < size; row++) {
      missing = missingIn(row);
    }
    return missing;
  }

  private int missingIn(int row) {
    int place = place(row);
    float[] values = pane(place).values;
    int from = within(place) * channels;
    for (int channel = 0; channel < channels; channel++) {
      if (Float.isNaN(values[from + channel])) {
        return channel;
      }
    }
    return -1;
  }

  /** Where so many of the newest rows lie in the events topic. */
  List<OffsetRange> offsets(int newest) {
    OffsetSpan span = new OffsetSpan();
    if (newest == capacity) {
      for (int place = 0; place < capacity; place += Pane.ROWS) {
        span.add(pane(place).summary().offsets());
      }
      return span.ranges();
    }
    for (int row = size - newest; row < size; row++) {
      span.add(origin(row));
    }
    return span.ranges();
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
      // One of another shape is left from a model that the entity had before.
      boolean own = fetched != null && fetched.isOf(rows, channels);
      panes[number] = own ? fetched : Pane.empty(rows, channels);
    }
    return panes[number];
  }

  private Pane changing(int place) {
    changed[place / Pane.ROWS] = true;
    Pane pane = pane(place);
    pane.changed();
    return pane;
  }
}
