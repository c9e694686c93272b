package dev.kilter.sequence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The recent rows of one entity as one detector sees them, oldest first: the ring a sequence is cut
 * from. Plain data, so Flink can keep it as state.
 */
public final class History {
  private final String modelVersion;
  private final Deque<Row> rows;
  private long rowsSeen;

  /** A history as it was kept: the rows oldest first, and how many there were since it began. */
  public History(String modelVersion, long rowsSeen, List<Row> rows) {
    this.modelVersion = modelVersion;
    this.rowsSeen = rowsSeen;
    this.rows = new ArrayDeque<>(rows);
  }

  /** The history of an entity nothing is known of yet. */
  public static History begin(String modelVersion) {
    return new History(modelVersion, 0, List.of());
  }

  /** The model version the history belongs to. */
  public String modelVersion() {
    return modelVersion;
  }

  /** How many rows there were since the history began: what the stride is counted from. */
  public long rowsSeen() {
    return rowsSeen;
  }

  /** The rows kept, oldest first. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /**
   * Takes in the entity's next row and says what there is to do about it.
   *
   * @param row the next row, later than all before, with the channels of the pipeline file
   * @return one envelope, or null when the stride passes over this row
   */
  public Envelope<Sequence> append(String entity, Row row, SequencePlan plan) {
    if (rows.size() == plan.length()) {
      rows.removeFirst();
    }
    rows.addLast(row.select(plan.channels().positions()));
    rowsSeen++;
    if (rows.size() < plan.length()) {
      return notJudged(
          entity, row, plan, "not enough history: " + rows.size() + " of " + plan.length());
    }
    boolean onStride = (rowsSeen - plan.length()) % plan.stride() == 0;
    return onStride ? cut(entity, plan) : null;
  }

  private Envelope<Sequence> cut(String entity, SequencePlan plan) {
    Row newest = rows.getLast();
    FilledRows filled = FilledRows.of(rows, plan);
    if (filled.emptyChannel() >= 0) {
      return notJudged(
          entity,
          newest,
          plan,
          "no recent value of " + plan.channels().names()[filled.emptyChannel()]);
    }
    boolean[] present = presence(newest.values());
    if (!anyOf(present)) {
      return notJudged(entity, newest, plan, "no channel of the model in this row");
    }
    Sequence sequence =
        new Sequence(
            Subject.of(plan.detector(), entity),
            rows.getFirst().timeMillis(),
            newest.timeMillis(),
            filled.values(),
            maskOf(rows),
            present.length,
            offsets());
    return new Envelope.Judgeable<>(
        Subject.of(plan.detector(), entity), newest.timeMillis(), sequence);
  }

  private List<OffsetRange> offsets() {
    return rows.stream().map(Row::origin).reduce(List.of(), OffsetRange::merge);
  }

  private static Envelope<Sequence> notJudged(
      String entity, Row row, SequencePlan plan, String reason) {
    return new Envelope.NotJudged<>(Subject.of(plan.detector(), entity), row.timeMillis(), reason);
  }

  private static boolean[] presence(float[] values) {
    boolean[] present = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      present[i] = !Float.isNaN(values[i]);
    }
    return present;
  }

  private static boolean[] maskOf(Deque<Row> rows) {
    boolean[] mask = new boolean[rows.size() * rows.getLast().values().length];
    int at = 0;
    for (Row row : rows) {
      for (float value : row.values()) {
        mask[at++] = !Float.isNaN(value);
      }
    }
    return mask;
  }

  private static boolean anyOf(boolean[] flags) {
    for (boolean flag : flags) {
      if (flag) {
        return true;
      }
    }
    return false;
  }
}
