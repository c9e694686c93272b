package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.alert.DetectorId;
import dev.kilter.alert.Judge;
import dev.kilter.alert.quiet.QuietTimes;
import dev.kilter.event.PerEntity;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.job.config.Durations;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import dev.kilter.sequence.ChannelSelection;
import dev.kilter.sequence.JudgingLimits;
import dev.kilter.sequence.RowTelling;
import dev.kilter.sequence.SequencePlan;
import dev.kilter.sequence.SequenceShape;
import dev.kilter.sequence.SessionRule;
import java.time.Duration;

/** Brings a detector of the pipeline file and the contracts of its models together. */
final class DetectorResolver {
  private final PipelineConfig pipeline;
  private final DetectorConfig detector;
  private final PerEntity<ModelBundle> models;

  /** Of any of the models: in what makes a sequence they are all the same. */
  private final ModelContract contract;

  private DetectorResolver(
      PipelineConfig pipeline, DetectorConfig detector, PerEntity<ModelBundle> models) {
    this.pipeline = pipeline;
    this.detector = detector;
    this.models = models;
    this.contract = models.all().findFirst().orElseThrow().contract();
  }

  /**
   * Makes the detector.
   *
   * @param models the bundle of each entity, at least one, all for the same sequences
   * @throws UserError when a model needs what the pipeline file does not have
   */
  static Detector resolve(
      PipelineConfig pipeline, DetectorConfig detector, PerEntity<ModelBundle> models) {
    DetectorResolver resolver = new DetectorResolver(pipeline, detector, models);
    resolver.checkScores();
    return new Detector(
        detector.id(), resolver.sequences(), models, resolver.judge(), detector.rebaselining());
  }

  /**
   * Makes the detector, with a classifier where it has one.
   *
   * @param classifier the classifier's bundle, or null
   * @throws UserError when a model needs what the pipeline file or the other model does not have
   */
  static Detector resolve(
      PipelineConfig pipeline,
      DetectorConfig detector,
      PerEntity<ModelBundle> models,
      ModelBundle classifier) {
    Detector without = resolve(pipeline, detector, models);
    DetectorResolver resolver = new DetectorResolver(pipeline, detector, models);
    return classifier == null
        ? without
        : ClassifierResolver.resolve(without, classifier, resolver::wrong);
  }

  private void checkScores() {
    if (contract.classifies()) {
      throw wrong(
          "a model of the kind classification scores nothing; it belongs behind classifier:, beside"
              + " a model of another kind");
    }
  }

  private SequencePlan sequences() {
    ChannelSelection selection =
        new ChannelResolver(pipeline.events(), this::wrong).select(contract.channels());
    return new SequencePlan(
        detector.id(),
        detector.entities(),
        models.flatMap(ModelVersion::ofEach),
        selection,
        shape(),
        limits());
  }

  private SequenceShape shape() {
    ModelContract.SequenceShape shape = contract.sequence();
    Duration maxGap = pipeline.time().maxGap();
    if (maxGap.toMillis() < shape.periodMillis()) {
      throw wrong(
          "max-gap, "
              + Durations.text(maxGap)
              + ", is shorter than the model's period, "
              + Durations.text(shape.period())
              + ": every row would begin a new sequence");
    }
    return new SequenceShape(
        shape.length(),
        shape.least(),
        shape.stride(),
        shape.periodMillis(),
        maxGap.toMillis(),
        session(shape.session()));
  }

  private SessionRule session(ModelContract.Session session) {
    if (session == null) {
      return null;
    }
    return session.gap() != null
        ? new SessionRule(session.gap().toMillis(), -1, 0)
        : new SessionRule(0, contract.channelNames().indexOf(session.channel()), session.above());
  }

  private JudgingLimits limits() {
    int channels = contract.channels().size();
    return new JudgingLimits(
        pipeline.health().maxImputed(),
        (int) Math.max(1, Math.ceil(pipeline.health().minHealthy() * channels)),
        contract.maskInput().isPresent());
  }

  private Judge judge() {
    return new Judge(
            new DetectorId(pipeline.name(), detector.id()),
            models.flatMap(new RuleResolver(detector)::rules),
            detector.alert().with(memory()),
            contract.channelNames())
        .grading(detector.sensitivity().severity())
        .movedBy(detector.feedback())
        .keepingQuietIn(new QuietTimes(pipeline.quiet()))
        .recalling(RowTelling.of(sequences(), pipeline.events().watched()));
  }

  /** Of the model that remembers the longest. */
  private int memory() {
    return models.all().mapToInt(bundle -> bundle.contract().memory()).max().orElseThrow();
  }

  private UserError wrong(String what) {
    return new UserError(
        detector.title()
            + " with model "
            + contract.name()
            + "/"
            + contract.version()
            + ": "
            + what);
  }
}
