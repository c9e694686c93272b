package dev.kilter.sequence;

import java.util.Arrays;
import java.util.List;

/**
 * A few rows of a window: what is read and written at once, so that a new row costs no more than
 * its pane, however long the window is. Plain data, so Flink can keep it as state.
 */
public final class Pane {
  /** Rows in a pane; the last one of a window may have fewer. */
  static final int ROWS = 8;

  /** Event times of the rows, as they lie. */
  public final long[] times;

  /** {@code [row][channel]} flattened. */
  public final float[] values;

  /** Which of the values were measured. */
  public final boolean[] mask;

  /** Where each row lies in the events topic. */
  public final List<OffsetRange>[] origins;

  /** Not kept: made anew when it is asked for. */
  private PaneSummary summary;

  /** A pane as it was kept. */
  public Pane(long[] times, float[] values, boolean[] mask, List<OffsetRange>[] origins) {
    this.times = times;
    this.values = values;
    this.mask = mask;
    this.origins = origins;
  }

  /** Where panes are kept. */
  @FunctionalInterface
  public interface Source {
    /** The pane of this number, from 0; null where none was kept. */
    Pane fetch(int number);
  }

  /** Where a pane that has changed is to be kept. */
  @FunctionalInterface
  public interface Target {
    /** Keeps the pane of this number. */
    void keep(int number, Pane pane) throws Exception;
  }

  /** A pane that goes its own way from here. */
  public Pane copy() {
    return new Pane(times.clone(), values.clone(), mask.clone(), origins.clone());
  }

  /** Whether it has so many rows of so many channels. */
  boolean isOf(int rows, int channels) {
    return times.length == rows && values.length == rows * channels;
  }

  /** Its rows as they are now. */
  PaneSummary summary() {
    if (summary == null) {
      summary = PaneSummary.of(this);
    }
    return summary;
  }

  /** To be called when a row has changed. */
  void changed() {
    summary = null;
  }

  /** A pane that no row has come into yet. */
  static Pane empty(int rows, int channels) {
    return new Pane(
        new long[rows], new float[rows * channels], new boolean[rows * channels], nowhere(rows));
  }

  /** Places for so many rows, each from nowhere. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // an array cannot say what its lists hold
  public static List<OffsetRange>[] nowhere(int rows) {
    List<OffsetRange>[] origins = new List[rows];
    Arrays.fill(origins, List.of());
    return origins;
  }
}
