package dev.kilter.sequence;

import dev.kilter.event.Reading;
import dev.kilter.health.ChannelRules;
import dev.kilter.health.EntityCheck;
import dev.kilter.health.WatchedChannel;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Makes the rows of one entity again that a network was shown, of the records they were made of and
 * of what was told beside them by {@link RowTelling}.
 */
public final class RowsAgain {
  private final SequencePlan plan;
  private final EntityCheck check;
  private final int watched;
  private final Duplicates duplicates;

  /**
   * Rows of a plan.
   *
   * @param watched the channels of the pipeline file, in its order
   * @param duplicates which of several values at one instant wins
   */
  public RowsAgain(SequencePlan plan, List<WatchedChannel> watched, Duplicates duplicates) {
    this.plan = plan;
    this.watched = watched.size();
    this.check = new EntityCheck(watched.stream().map(this::withoutPast).toList());
    this.duplicates = duplicates;
  }

  /** Without a grid it is told of each value if it was trusted; on it, how fast it may move. */
  private WatchedChannel withoutPast(WatchedChannel channel) {
    double any = Double.POSITIVE_INFINITY;
    ChannelRules rules = channel.rules();
    return new WatchedChannel(
        channel.name(),
        channel.unit(),
        plan.shape().onGrid()
            ? new ChannelRules(
                rules.low(), rules.high(), any, rules.flatAfterMillis(), 0, rules.counter())
            : new ChannelRules(-any, any, any, 0, 0, rules.counter()));
  }

  /**
   * The sequence of these rows.
   *
   * @param readings the entity's readings among the records that are told, in any order; not looked
   *     at where all is told
   * @throws MissingRowsException where they do not come to the rows that are told
   */
  public Sequence of(Subject subject, ToldRows told, Collection<Reading> readings)
      throws MissingRowsException {
    int channels = plan.channels().count();
    boolean given = told.tellsAll(channels);
    Sequence rows =
        given
            ? empty(subject, told, told.count())
            : made(subject, told, rows(subject, told, readings));
    boolean[] said = new boolean[rows.values().length];
    put(told.filled(), false, rows, said);
    put(told.measured(), true, rows, said);
    checkMeasured(rows, said);
    return rows;
  }

  /** The rows that the readings come to, by their times. */
  private SortedMap<Long, float[]> rows(
      Subject subject, ToldRows told, Collection<Reading> readings) {
    EntityState state = EntityState.begin(watched);
    SortedMap<Long, float[]> rows = new TreeMap<>();
    SortedMap<Long, Cell> cells = new TreeMap<>();
    for (Moment moment : Moment.inOrder(within(told, readings), duplicates)) {
      Row row = row(subject, moment, state);
      if (plan.shape().onGrid()) {
        cells
            .computeIfAbsent(
                plan.shape().cellOf(row.timeMillis()),
                begin -> Cell.empty(begin, plan.channels().count()))
            .add(row, plan.channels().aggregates());
      } else {
        rows.put(row.timeMillis(), row.values());
      }
    }
    cells.forEach(
        (begin, cell) -> rows.put(begin, cell.row(plan.channels().aggregates()).values()));
    return rows;
  }

  private Row row(Subject subject, Moment moment, EntityState state) {
    long millis = moment.timeMillis();
    float[] trusted =
        check.check(subject.entity(), millis, moment.values(), state.channels, ignored -> {});
    return new Row(millis, trusted, new boolean[watched], moment.origin())
        .select(plan.channels().positions());
  }

  private List<Reading> within(ToldRows told, Collection<Reading> readings) {
    long last = plan.shape().completeAt(told.toMillis());
    return readings.stream()
        .filter(each -> each.timeMillis() >= told.fromMillis() && each.timeMillis() <= last)
        .toList();
  }

  private Sequence made(Subject subject, ToldRows told, SortedMap<Long, float[]> rows)
      throws MissingRowsException {
    long[] times = times(told, rows);
    if (told.count() > 0 && times.length != told.count()) {
      throw new MissingRowsException(
          "of the records there come %d rows, not %d".formatted(times.length, told.count()));
    }
    Sequence made = empty(subject, told, times.length);
    int channels = made.channels();
    for (int row = 0; row < times.length; row++) {
      float[] values = rows.get(times[row]);
      if (values == null && !plan.shape().onGrid()) {
        throw new MissingRowsException("there is no record of " + Instant.ofEpochMilli(times[row]));
      }
      for (int channel = 0; values != null && channel < channels; channel++) {
        made.values()[row * channels + channel] = values[channel];
        made.mask()[row * channels + channel] = !Float.isNaN(values[channel]);
      }
    }
    return made;
  }

  /** When each of the rows was. */
  private long[] times(ToldRows told, SortedMap<Long, float[]> rows) {
    if (told.afterMillis().length > 0) {
      return LongStream.of(told.afterMillis()).map(after -> told.fromMillis() + after).toArray();
    }
    if (!plan.shape().onGrid()) {
      return rows.keySet().stream().mapToLong(Long::longValue).toArray();
    }
    long period = plan.shape().periodMillis();
    return LongStream.iterate(
            told.fromMillis(), time -> time <= told.toMillis(), time -> time + period)
        .toArray();
  }

  private Sequence empty(Subject subject, ToldRows told, int count) {
    int channels = plan.channels().count();
    float[] values = new float[count * channels];
    Arrays.fill(values, Float.NaN);
    return new Sequence(
        subject,
        told.fromMillis(),
        told.toMillis(),
        values,
        new boolean[values.length],
        channels,
        told.offsets());
  }

  private void put(List<ToldCells> told, boolean measured, Sequence rows, boolean[] said)
      throws MissingRowsException {
    List<String> names = List.of(plan.channels().names());
    for (ToldCells cells : told) {
      int channel = names.indexOf(cells.name());
      for (int i = 0; i < cells.rows().length; i++) {
        int at = cells.rows()[i] * rows.channels() + channel;
        if (channel < 0 || cells.rows()[i] < 0 || at >= said.length) {
          throw new MissingRowsException(
              "the model has no row %d of %s".formatted(cells.rows()[i], cells.name()));
        }
        rows.values()[at] = cells.values()[i];
        rows.mask()[at] = measured;
        said[at] = true;
      }
    }
  }

  /** What was not told is said by the records. */
  private void checkMeasured(Sequence rows, boolean[] said) throws MissingRowsException {
    for (int at = 0; at < said.length; at++) {
      if (!said[at] && !rows.mask()[at]) {
        throw new MissingRowsException(
            "row %d of %d has no value of %s among the records"
                .formatted(
                    at / rows.channels() + 1,
                    rows.length(),
                    plan.channels().names()[at % rows.channels()]));
      }
    }
  }
}
