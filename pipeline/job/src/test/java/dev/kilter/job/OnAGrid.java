package dev.kilter.job;

import dev.kilter.sequence.SequencePlan;
import dev.kilter.sequence.SequenceShape;

/** Pipelines whose models want their rows on a grid. */
final class OnAGrid {
  private OnAGrid() {}

  /** The same pipeline, with this period. */
  static PipelinePlan of(PipelinePlan plan, long periodMillis) {
    return new PipelinePlan(
        plan.config(),
        plan.detectors().stream().map(detector -> of(detector, periodMillis)).toList());
  }

  private static Detector of(Detector detector, long periodMillis) {
    SequencePlan plan = detector.sequences();
    SequenceShape shape = plan.shape();
    SequenceShape gridded =
        new SequenceShape(
            shape.length(),
            shape.minimumLength(),
            shape.stride(),
            periodMillis,
            shape.maxGapMillis(),
            null);
    return new Detector(
        detector.id(),
        new SequencePlan(
            plan.detector(),
            plan.entities(),
            plan.modelVersions(),
            plan.channels(),
            gridded,
            plan.limits()),
        detector.models(),
        detector.judge(),
        detector.rebaselining());
  }
}
