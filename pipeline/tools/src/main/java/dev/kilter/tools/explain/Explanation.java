package dev.kilter.tools.explain;

import dev.kilter.job.operator.ScoreReport;
import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.SequenceExplanation;
import dev.kilter.sequence.Sequence;
import java.util.List;

/**
 * Why an entity was judged as it was at one instant.
 *
 * @param report how it was judged
 * @param sequences what the model was shown: one sequence, or the latest of those between which it
 *     carries its state
 * @param contract the model's contract
 * @param model what the model made of it
 */
record Explanation(
    ScoreReport report,
    List<Sequence> sequences,
    ModelContract contract,
    SequenceExplanation model) {

  /** How many rows it is about. */
  int rows() {
    return model.rows().observed().length / channels();
  }

  int channels() {
    return contract.channels().size();
  }

  /** A number of a series in the newest row. */
  float newest(float[] series, int channel) {
    return series[series.length - channels() + channel];
  }

  /** Event time of the oldest row. */
  long fromMillis() {
    return sequences.get(0).fromMillis();
  }

  /** Whether it was judged to be off kilter. */
  boolean odd() {
    return report.average() > report.threshold();
  }

  /** Whether its errors are measured from another level than the model's own. */
  boolean rebaselined() {
    return Math.abs(report.raw() - model.raw()) > 1e-6 * Math.max(1, Math.abs(model.raw()));
  }

  /** Whether a channel does not count, since it drifted where the model was calibrated. */
  boolean leftOut(int channel) {
    return contract.errors().leftOut().contains(contract.channels().get(channel).name());
  }

  /** A channel's part in the score of this instant alone, 0 to 1. */
  double partNow(int channel) {
    double whole = 0;
    for (float part : model.parts()) {
      whole += part > 0 ? part : 0;
    }
    float own = model.parts()[channel];
    return own > 0 ? own / whole : 0;
  }
}
