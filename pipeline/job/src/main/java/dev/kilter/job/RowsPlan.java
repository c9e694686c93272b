package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.PerEntity;
import dev.kilter.job.config.Durations;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.onnx.RowContract;
import dev.kilter.sequence.JudgingLimits;
import dev.kilter.sequence.SequencePlan;
import dev.kilter.sequence.SequenceShape;
import java.time.Duration;
import java.util.function.Function;

/** Plans rows as a model wants them that is yet to be trained: a detector that judges nothing. */
public final class RowsPlan {
  private static final String NAME = "rows";

  /** Longer runs of empty rows are cut short: no sequence reaches over them. */
  private static final long MOST_EMPTY_ROWS = 1024;

  private RowsPlan() {}

  /**
   * How a pipeline makes such rows of every entity.
   *
   * @param place the file they are described in, for messages
   * @throws UserError when they need what the pipeline file does not have
   */
  public static SequencePlan resolve(PipelineConfig pipeline, RowContract rows, String place) {
    Function<String, UserError> wrong = what -> new UserError(place + ": " + what);
    Duration maxGap = pipeline.time().maxGap();
    if (maxGap.toMillis() < rows.periodMillis()) {
      throw wrong.apply(
          "the period, "
              + Durations.text(rows.period())
              + ", is longer than the pipeline's max-gap, "
              + Durations.text(maxGap)
              + ": every row would begin a new sequence");
    }
    return new SequencePlan(
        NAME,
        EntityPattern.of("*"),
        PerEntity.same(NAME),
        new ChannelResolver(pipeline.events(), wrong).select(rows.channels()),
        shape(rows.periodMillis(), maxGap.toMillis()),
        new JudgingLimits(1, 0, true));
  }

  private static SequenceShape shape(long periodMillis, long maxGapMillis) {
    long empty = periodMillis == 0 ? 0 : Math.min(maxGapMillis / periodMillis, MOST_EMPTY_ROWS);
    int length = (int) empty + 1;
    return new SequenceShape(length, 1, Integer.MAX_VALUE, periodMillis, maxGapMillis, null);
  }
}
