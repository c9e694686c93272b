package dev.kilter.bench.device;

import dev.kilter.onnx.Execution;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.ModelRunException;
import dev.kilter.onnx.Processor;
import dev.kilter.onnx.ScoringBatch;
import dev.kilter.onnx.SequenceClassifier;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.sequence.Sequence;
import java.util.List;

/** A bundle opened on one processor as a pipeline opens it, and run in batches. */
interface MeasuredNetwork extends AutoCloseable {

  /** A batch of one size; the same is run again and again, or of a carried state each next step. */
  @FunctionalInterface
  interface Batch {
    /** Scores it, or classifies it. */
    void run() throws ModelRunException;
  }

  /** A batch of made-up sequences. */
  Batch batch(int size);

  @Override
  void close();

  /**
   * Admits a bundle and opens it.
   *
   * @throws dev.kilter.onnx.CudaError when there is no GPU where there must be
   */
  static MeasuredNetwork open(ModelBundle bundle, Processor processor) {
    Execution execution = new Execution(processor, Execution.LARGEST_BATCH);
    ModelContract contract = bundle.contract();
    return contract.classifies()
        ? new Classifying(contract, SequenceClassifier.open(bundle, execution))
        : new Scoring(contract, SequenceScorer.open(bundle, execution));
  }

  /** One that scores. */
  record Scoring(ModelContract contract, SequenceScorer scorer) implements MeasuredNetwork {
    @Override
    public Batch batch(int size) {
      ScoringBatch batch = new ScoringBatch();
      for (Sequence sequence : MadeUpSequences.of(contract, size)) {
        batch.add(sequence, new float[scorer.stateSize()]);
      }
      return () -> scorer.score(batch);
    }

    @Override
    public void close() {
      scorer.close();
    }
  }

  /** One that classifies. */
  record Classifying(ModelContract contract, SequenceClassifier classifier)
      implements MeasuredNetwork {
    @Override
    public Batch batch(int size) {
      List<Sequence> sequences = MadeUpSequences.of(contract, size);
      return () -> classifier.classify(sequences);
    }

    @Override
    public void close() {
      classifier.close();
    }
  }
}
