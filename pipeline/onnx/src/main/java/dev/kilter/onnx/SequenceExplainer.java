package dev.kilter.onnx;

import dev.kilter.UserError;
import dev.kilter.event.PerEntity;
import dev.kilter.score.ErrorStatistics;
import dev.kilter.sequence.Sequence;
import java.util.List;
import java.util.Map;

/**
 * Shows how a model comes to its score: what it expects, and what its gates do. Owns the model;
 * closed once, safe to close twice.
 */
public final class SequenceExplainer implements AutoCloseable {
  private final OnnxModel model;
  private final NetworkProbe probe;
  private final ModelContract contract;
  private final PerEntity<Statistics> statistics;

  private SequenceExplainer(OnnxModel model, NetworkProbe probe, PerEntity<Statistics> statistics) {
    this.model = model;
    this.probe = probe;
    this.contract = model.contract();
    this.statistics = statistics;
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
      return new SequenceExplainer(model, NetworkProbe.open(bundle), bundle.statistics());
    } catch (ModelRunException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /**
   * Explains the score of a sequence that nothing is carried into.
   *
   * @throws ModelRunException when the network does not run, or its gates, computed from its
   *     weights, do not lead to the states that ONNX Runtime computes
   */
  public SequenceExplanation explain(Sequence sequence) throws ModelRunException {
    ModelInput input = input(sequence, ModelInput.NO_STATE);
    return explanation(step(sequence, input, model.run(List.of(input)).get(0)), sequence);
  }

  /**
   * Explains the score of the newest of sequences between which a state is carried.
   *
   * @param history all since the entity's history began, oldest first, the newest one that there is
   *     a score of; those that the network gives no number for are passed over, as in scoring
   * @param shown how many of them to look into
   */
  public SequenceExplanation explain(List<Sequence> history, int shown) throws ModelRunException {
    float[] state = ModelInput.NO_STATE;
    ExplainedStep steps = null;
    for (int number = 0; number < history.size(); number++) {
      ModelInput input = input(history.get(number), state);
      ModelOutput output = model.run(List.of(input)).get(0);
      if (!output.isFinite()) {
        continue;
      }
      state = output.state();
      if (number >= history.size() - shown) {
        ExplainedStep step = step(history.get(number), input, output);
        steps = steps == null ? step : steps.then(step);
      }
    }
    return explanation(steps, history.get(history.size() - 1));
  }

  private ModelInput input(Sequence sequence, float[] state) {
    OwnScale scale = scaleOf(sequence);
    float[] values = sequence.values();
    return new ModelInput(scale == null ? values : scale.toModel(values), sequence.mask(), state);
  }

  private OwnScale scaleOf(Sequence sequence) {
    return OwnScale.of(statistics.of(sequence.subject().entity()), contract);
  }

  private ExplainedStep step(Sequence sequence, ModelInput input, ModelOutput output)
      throws ModelRunException {
    Map<String, float[]> values = probe.run(input);
    OwnScale scale = scaleOf(sequence);
    float[] expected = expected(values);
    ExplainedRows rows =
        new ExplainedRows(
            sequence.values(),
            sequence.mask(),
            scale == null ? expected : scale.fromModel(expected));
    return new ExplainedStep(rows, probe.traces(values), output);
  }

  private float[] expected(Map<String, float[]> values) {
    float[] expected = values.get(contract.answerOutput());
    int channels = contract.channels().size();
    for (int at = 0; contract.scaling() != null && at < expected.length; at++) {
      expected[at] = contract.scaling().unscaled(at % channels, expected[at]);
    }
    return expected;
  }

  private SequenceExplanation explanation(ExplainedStep steps, Sequence newest) {
    float[] errors = steps.output().errors();
    float[] parts =
        statistics.of(newest.subject().entity()).errors().standardise(errors, newest.present());
    return new SequenceExplanation(
        steps.rows(), errors, parts, ErrorStatistics.raw(parts), steps.layers(), probe.untraced());
  }

  @Override
  public void close() {
    model.close();
    probe.close();
  }
}
