package dev.kilter.onnx;

import dev.kilter.UserError;
import dev.kilter.onnx.graph.RecurrentLayer;
import dev.kilter.score.ErrorStatistics;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Shows how a model comes to its score: what it expects, and what its gates do. Owns the model;
 * closed once, safe to close twice.
 */
public final class SequenceExplainer implements AutoCloseable {
  private final OnnxModel model;
  private final NetworkProbe probe;

  private SequenceExplainer(OnnxModel model, NetworkProbe probe) {
    this.model = model;
    this.probe = probe;
  }

  /**
   * Admits the bundle and loads it.
   *
   * @throws UserError saying which promise the bundle breaks
   * @throws ModelRunException when the network does not let itself be looked into
   */
  public static SequenceExplainer open(ModelBundle bundle) throws ModelRunException {
    OnnxModel model = Admission.admit(bundle);
    try {
      return new SequenceExplainer(model, NetworkProbe.open(bundle));
    } catch (ModelRunException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /**
   * Explains the score of a sequence.
   *
   * @throws ModelRunException when the network does not run, or its gates, computed from its
   *     weights, do not lead to the states that ONNX Runtime computes
   */
  public SequenceExplanation explain(Sequence sequence) throws ModelRunException {
    ModelInput input = new ModelInput(sequence.values(), sequence.mask());
    ModelOutput output = model.run(List.of(input)).get(0);
    Map<String, float[]> values = probe.run(input);
    List<LayerTrace> traces = new ArrayList<>();
    List<String> unexplained = new ArrayList<>();
    for (int number = 0; number < probe.layers().size(); number++) {
      RecurrentLayer layer = probe.layers().get(number);
      if (layer.unusual().isPresent()) {
        unexplained.add(
            "The gates of " + layer.name() + " are not computed: " + layer.unusual().get());
      } else {
        traces.add(new LayerTracing(layer, number, values).trace());
      }
    }
    float[] parts =
        model.contract().errorStatistics().standardise(output.errors(), sequence.present());
    return new SequenceExplanation(
        expected(values), output.errors(), parts, ErrorStatistics.raw(parts), traces, unexplained);
  }

  private float[] expected(Map<String, float[]> values) {
    float[] expected = values.get(model.contract().reconstructionOutput());
    ModelContract.Scaling scaling = model.contract().scaling();
    int channels = model.contract().channels().size();
    for (int at = 0; scaling != null && at < expected.length; at++) {
      expected[at] = scaling.unscaled(at % channels, expected[at]);
    }
    return expected;
  }

  @Override
  public void close() {
    model.close();
    probe.close();
  }
}
