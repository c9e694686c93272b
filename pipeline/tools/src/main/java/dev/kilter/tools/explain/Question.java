package dev.kilter.tools.explain;

import dev.kilter.UserError;
import dev.kilter.job.Detector;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.operator.ScoreReport;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.ModelRunException;
import dev.kilter.onnx.SequenceExplainer;
import dev.kilter.onnx.SequenceExplanation;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import dev.kilter.tools.embedded.ScratchFolder;
import dev.kilter.tools.replay.EntityReplay;
import dev.kilter.tools.replay.EntityResults;
import dev.kilter.tools.replay.RecordedFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked: why a detector judged an entity as it did at one instant.
 *
 * @param plan the pipeline
 * @param detector the detector
 * @param entity the entity
 * @param time the instant, which is the time of the newest row
 */
record Question(PipelinePlan plan, Detector detector, String entity, Instant time) {
  /** Of a model that carries its state, how many rows are looked into. */
  private static final int ROWS_SHOWN = 48;

  /**
   * Asks it of recordings.
   *
   * @throws UserError when there is no such entity, or it was not judged at that instant
   */
  Explanation answer(RecordedFiles files) throws Exception {
    ModelContract contract = bundle().contract();
    EntityResults results = results(files, contract.carriesState());
    ScoreReport report = new Moments(this, results).report();
    List<Sequence> history = history(results.sequences(), contract.sequence().length());
    SequenceExplanation explained = explained(history, contract);
    int shown = contract.carriesState() ? Math.min(ROWS_SHOWN, history.size()) : 1;
    return new Explanation(
        report, history.subList(history.size() - shown, history.size()), contract, explained);
  }

  private ModelBundle bundle() {
    ModelBundle bundle = detector.models().of(entity);
    if (bundle == null) {
      throw new UserError("Detector " + detector.id() + " has no model for " + entity + ".");
    }
    return bundle;
  }

  private EntityResults results(RecordedFiles files, boolean all) throws Exception {
    long to = time.toEpochMilli();
    try (ScratchFolder scratch = ScratchFolder.create("kilter-explain-")) {
      return new EntityReplay(plan, Subject.of(detector.id(), entity), scratch)
          .run(files, all ? Long.MIN_VALUE : to, to);
    }
  }

  private SequenceExplanation explained(List<Sequence> history, ModelContract contract)
      throws ModelRunException {
    try (SequenceExplainer explainer = SequenceExplainer.open(bundle())) {
      return contract.carriesState()
          ? explainer.explain(history, ROWS_SHOWN)
          : explainer.explain(history.get(history.size() - 1));
    }
  }

  /**
   * The sequences since the entity's history began anew for the last time, without the older rows
   * that only a classifier sees.
   */
  private static List<Sequence> history(List<Envelope<Sequence>> envelopes, int rows) {
    List<Sequence> history = new ArrayList<>();
    for (Envelope<Sequence> envelope : envelopes) {
      if (envelope instanceof Envelope.Judgeable<Sequence> judgeable) {
        history.add(judgeable.content().last(rows));
      } else if (!(envelope instanceof Envelope.NotJudged<Sequence>)) {
        history.clear();
      }
    }
    return history;
  }
}
