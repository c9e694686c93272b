package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.alert.DetectorId;
import dev.kilter.alert.Judge;
import dev.kilter.alert.ModelReference;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import dev.kilter.score.ScoringRule;
import dev.kilter.sequence.Aggregate;
import dev.kilter.sequence.ChannelSelection;
import dev.kilter.sequence.Fill;
import dev.kilter.sequence.JudgingLimits;
import dev.kilter.sequence.SequencePlan;
import dev.kilter.sequence.SequenceShape;
import java.util.List;

/** Brings a detector of the pipeline file and its model's contract together. */
final class DetectorResolver {
  private static final int DIGITS = 16;

  private final PipelineConfig pipeline;
  private final DetectorConfig detector;
  private final ModelContract contract;

  private DetectorResolver(
      PipelineConfig pipeline, DetectorConfig detector, ModelContract contract) {
    this.pipeline = pipeline;
    this.detector = detector;
    this.contract = contract;
  }

  /**
   * Makes the detector.
   *
   * @throws UserError when the model needs what the pipeline file does not have
   */
  static Detector resolve(PipelineConfig pipeline, DetectorConfig detector, ModelBundle bundle) {
    DetectorResolver resolver = new DetectorResolver(pipeline, detector, bundle.contract());
    return new Detector(detector.id(), resolver.sequences(), bundle, resolver.judge());
  }

  private SequencePlan sequences() {
    List<String> names = contract.channelNames();
    ChannelSelection selection =
        new ChannelSelection(
            names.toArray(String[]::new),
            contract.channels().stream().mapToInt(this::positionOf).toArray(),
            names.stream().map(name -> Aggregate.LAST).toArray(Aggregate[]::new),
            names.stream().map(name -> Fill.HOLD).toArray(Fill[]::new),
            new float[names.size()],
            contract.channels().stream().mapToLong(c -> c.maximumAge().toMillis()).toArray());
    return new SequencePlan(
        detector.id(), detector.entities(), modelVersion(), selection, shape(), limits());
  }

  private SequenceShape shape() {
    return new SequenceShape(
        contract.sequence().length(),
        contract.sequence().length(),
        contract.sequence().stride(),
        0,
        pipeline.time().maxGap().toMillis(),
        null);
  }

  private JudgingLimits limits() {
    int channels = contract.channels().size();
    return new JudgingLimits(
        pipeline.health().maxImputed(),
        (int) Math.max(1, Math.ceil(pipeline.health().minHealthy() * channels)),
        false);
  }

  /** What tells one model from another; short, since it is kept for every entity. */
  private String modelVersion() {
    ModelReference model = contract.reference();
    return model.name() + "/" + model.version() + "#" + model.sha256().substring(0, DIGITS);
  }

  private Judge judge() {
    return new Judge(
        new DetectorId(pipeline.name(), detector.id()),
        new ScoringRule(contract.smoothing().weight(), threshold()),
        detector.alert(),
        contract.reference(),
        contract.channelNames());
  }

  private double threshold() {
    String level = detector.quantile() == null ? contract.strictestQuantile() : detector.quantile();
    Double threshold = contract.quantiles().get(level);
    if (threshold == null) {
      throw wrong(
          "quantile "
              + level
              + " is not calibrated in the model; it has "
              + contract.quantiles().keySet());
    }
    return threshold;
  }

  private int positionOf(ModelContract.Channel channel) {
    List<ChannelConfig> channels = pipeline.events().channels();
    for (int position = 0; position < channels.size(); position++) {
      if (channels.get(position).name().equals(channel.name())) {
        checkUnit(channels.get(position), channel);
        return position;
      }
    }
    throw wrong(
        "the model needs the channel "
            + channel.name()
            + ", which is not under channels; there are "
            + pipeline.events().channelNames());
  }

  private void checkUnit(ChannelConfig here, ModelContract.Channel channel) {
    if (!here.unit().isEmpty() && !here.unit().equals(channel.unit())) {
      throw wrong(
          "channel "
              + channel.name()
              + " is in "
              + here.unit()
              + " under channels but the model was trained on "
              + channel.unit());
    }
  }

  private UserError wrong(String what) {
    return new UserError(
        detector.place()
            + ": detector "
            + detector.id()
            + " with model "
            + contract.name()
            + "/"
            + contract.version()
            + ": "
            + what);
  }
}
