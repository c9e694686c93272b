package dev.kilter.alert;

import dev.kilter.score.Score;
import dev.kilter.score.Verdict;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.RowTelling;
import dev.kilter.sequence.ToldRows;
import java.util.List;

/**
 * What it takes to score the moment of an alert again.
 *
 * @param rows the rows that were scored
 * @param raw the score before averaging
 * @param averageBefore the entity's average before it; NaN if it was the first
 * @param baselines channels whose errors are measured from elsewhere than the model says
 * @param carried what the network had in it; null where it carries nothing
 */
public record Evidence(
    ToldRows rows,
    double raw,
    double averageBefore,
    List<MovedChannel> baselines,
    CarriedEvidence carried) {

  /** Evidence that only says when and where. */
  public Evidence(
      long fromMillis, long toMillis, double raw, double averageBefore, List<OffsetRange> offsets) {
    this(ToldRows.unknown(fromMillis, toMillis, offsets), raw, averageBefore, List.of(), null);
  }

  /**
   * The evidence of a verdict.
   *
   * @param names the model's channels by name
   * @param telling how its rows are told
   */
  static Evidence of(Verdict verdict, List<String> names, RowTelling telling) {
    Score score = verdict.score();
    return new Evidence(
        telling.of(score.sequence(), names),
        score.raw(),
        verdict.before(),
        MovedChannel.of(score.baseline(), names),
        CarriedEvidence.of(score.carried(), names, telling));
  }

  /** Event time of the sequence's oldest row. */
  public long fromMillis() {
    return rows.fromMillis();
  }

  /** Event time of its newest row. */
  public long toMillis() {
    return rows.toMillis();
  }

  /** Where the rows lie in the events topic. */
  public List<OffsetRange> offsets() {
    return rows.offsets();
  }

  /** Whether there is more in it than when and where. */
  public boolean isLarge() {
    return rows.hasCells() || carried != null;
  }

  /** The same without what takes much room: the moment cannot be scored again from it. */
  public Evidence shortened() {
    return new Evidence(rows.withoutCells(), raw, averageBefore, baselines, null);
  }
}
