package dev.kilter.sequence;

import dev.kilter.health.ChannelRules;
import dev.kilter.health.WatchedChannel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Tells of the rows of one detector's model what the records they were made of do not say: so they
 * can be made again, by {@link RowsAgain}, whatever came before them.
 */
public final class RowTelling implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long[] ALL_THERE_ARE = {};

  private final int longest;
  private final List<RecordsSay> channels;
  private final List<RecordsSay> apart;

  private RowTelling(int longest, List<RecordsSay> channels, List<RecordsSay> apart) {
    this.longest = longest;
    this.channels = List.copyOf(channels);
    this.apart = List.copyOf(apart);
  }

  /** For rows each of which is one event, all of it trusted. */
  public static RowTelling plain() {
    return new RowTelling(Integer.MAX_VALUE, List.of(), List.of());
  }

  /**
   * For the rows of a plan.
   *
   * @param watched the channels of the pipeline file, in its order
   */
  public static RowTelling of(SequencePlan plan, List<WatchedChannel> watched) {
    ChannelSelection selection = plan.channels();
    boolean onGrid = plan.shape().onGrid();
    List<RecordsSay> channels = new ArrayList<>();
    List<RecordsSay> apart = new ArrayList<>();
    for (int channel = 0; channel < selection.count(); channel++) {
      ChannelRules rules = watched.get(selection.positions()[channel]).rules();
      channels.add(RecordsSay.of(rules, selection.aggregates()[channel], onGrid));
      apart.add(RecordsSay.ofRowsApart(rules, onGrid));
    }
    return new RowTelling(plan.shape().length(), channels, apart);
  }

  /**
   * The rows of a sequence that are scored.
   *
   * @param names the model's channels by name
   */
  public ToldRows of(Sequence sequence, List<String> names) {
    Cells cells = new Cells(sequence.last(longest), names, channels);
    return cells.told(ALL_THERE_ARE);
  }

  /**
   * Rows between which there may be others that were not shown.
   *
   * @param rows at least one, the oldest first, each a sequence of one row
   * @param names the model's channels by name
   */
  public ToldRows of(List<Sequence> rows, List<String> names) {
    long from = rows.get(0).fromMillis();
    long[] after = rows.stream().mapToLong(row -> row.timeMillis() - from).toArray();
    return new Cells(joined(rows), names, apart).told(after);
  }

  private static Sequence joined(List<Sequence> rows) {
    Sequence first = rows.get(0);
    Sequence last = rows.get(rows.size() - 1);
    int channels = first.channels();
    float[] values = new float[rows.size() * channels];
    boolean[] mask = new boolean[values.length];
    List<OffsetRange> offsets = List.of();
    for (int row = 0; row < rows.size(); row++) {
      System.arraycopy(rows.get(row).newest(), 0, values, row * channels, channels);
      System.arraycopy(rows.get(row).present(), 0, mask, row * channels, channels);
      offsets = OffsetRange.merge(offsets, rows.get(row).offsets());
    }
    return new Sequence(
        first.subject(),
        first.fromMillis(),
        last.timeMillis(),
        values,
        mask,
        channels,
        offsets,
        last.circumstances());
  }

  /** The values of a sequence, and how far the records say them. */
  private record Cells(Sequence rows, List<String> names, List<RecordsSay> records) {

    ToldRows told(long[] afterMillis) {
      return new ToldRows(
          rows.fromMillis(),
          rows.timeMillis(),
          rows.length(),
          afterMillis,
          rows.offsets(),
          told(false, channel -> rows.length()),
          told(true, this::untold));
    }

    private int untold(int channel) {
      if (rows.lacksRecords()) {
        return rows.length();
      }
      RecordsSay say = channel < records.size() ? records.get(channel) : RecordsSay.ALL;
      return Math.min(rows.length(), say.untold(rows, channel));
    }

    /**
     * Of each channel those values of so many of the oldest rows that were measured, or were not.
     */
    private List<ToldCells> told(boolean measured, IntUnaryOperator oldest) {
      List<ToldCells> told = new ArrayList<>();
      for (int channel = 0; channel < rows.channels(); channel++) {
        int[] places = places(channel, measured, oldest.applyAsInt(channel));
        if (places.length > 0) {
          told.add(new ToldCells(names.get(channel), places, values(channel, places)));
        }
      }
      return told;
    }

    private int[] places(int channel, boolean measured, int oldest) {
      return IntStream.range(0, oldest)
          .filter(row -> rows.isMeasured(row, channel) == measured)
          .toArray();
    }

    private float[] values(int channel, int[] places) {
      float[] values = new float[places.length];
      for (int place = 0; place < places.length; place++) {
        values[place] = rows.value(places[place], channel);
      }
      return values;
    }
  }
}
