package dev.kilter.tools.calibrate;

import dev.kilter.job.operator.ScoreReport;

/** The averaged scores of normal data, as the pipeline's judge makes them. */
final class NormalScores implements Gathering<ScoreReport, NormalScores> {
  private static final long serialVersionUID = 1L;

  private final HeldOut heldOut;
  private final ScoreHistogram held = new ScoreHistogram();
  private final ScoreHistogram others = new ScoreHistogram();

  NormalScores(HeldOut heldOut) {
    this.heldOut = heldOut;
  }

  @Override
  public void add(ScoreReport report) {
    if (report.notJudged() != null || report.subject().late()) {
      return;
    }
    boolean isHeld = heldOut.holds(report.subject().entity(), report.timeMillis());
    (isHeld ? held : others).add(report.average());
  }

  @Override
  public void merge(NormalScores other) {
    held.merge(other.held);
    others.merge(other.others);
  }

  /** Those of the part that is held out. */
  ScoreHistogram held() {
    return held;
  }

  /** Those of the rest. */
  ScoreHistogram others() {
    return others;
  }
}
