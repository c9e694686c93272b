package dev.kilter.onnx;

import dev.kilter.UserError;
import dev.kilter.sequence.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Says of sequences how probable each class is, with one bundle. Owns the model; closed once, safe
 * to close twice.
 */
public final class SequenceClassifier implements AutoCloseable {
  private final OnnxModel model;
  private final ModelContract.SequenceShape shape;

  private SequenceClassifier(OnnxModel model) {
    this.model = model;
    this.shape = model.contract().sequence();
  }

  /**
   * Admits the bundle and loads it.
   *
   * @throws UserError saying which promise the bundle breaks
   */
  public static SequenceClassifier open(ModelBundle bundle) {
    return open(bundle, Execution.onCpu());
  }

  /**
   * Admits the bundle and loads it, to be run in this way.
   *
   * @throws UserError saying which promise the bundle breaks
   */
  public static SequenceClassifier open(ModelBundle bundle, Execution execution) {
    return new SequenceClassifier(Admission.admit(bundle, execution));
  }

  /** What the bundle promises. */
  public ModelContract contract() {
    return model.contract();
  }

  /** Whether a sequence has rows enough. */
  public boolean takes(Sequence sequence) {
    return sequence.length() >= shape.least();
  }

  /**
   * Classifies a batch by the newest rows of each sequence, as many as the model looks at.
   *
   * @return for each sequence, in order, the probability of each class; none where the network gave
   *     no number
   * @throws ModelRunException when the network does not run
   */
  public List<Optional<float[]>> classify(List<Sequence> sequences) throws ModelRunException {
    List<ModelInput> inputs =
        sequences.stream()
            .map(sequence -> sequence.last(shape.length()))
            .map(rows -> new ModelInput(rows.values(), rows.mask()))
            .toList();
    return model.run(inputs).stream()
        .map(output -> Optional.of(output).filter(ModelOutput::isFinite))
        .map(output -> output.map(ModelOutput::probabilities))
        .toList();
  }

  @Override
  public void close() {
    model.close();
  }
}
