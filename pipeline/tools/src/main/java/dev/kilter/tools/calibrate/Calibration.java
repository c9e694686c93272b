package dev.kilter.tools.calibrate;

import dev.kilter.UserError;
import dev.kilter.onnx.DraftContract;
import dev.kilter.onnx.GoldenDraft;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.SequenceScorer;
import java.util.Map;

/**
 * Calibrates a bundle by running the pipeline on normal data three times: for the rows, for the
 * errors the network makes, and for the scores these errors come to.
 */
final class Calibration {
  private static final Map<String, Double> NO_QUANTILE_YET = Map.of("0.5", 1.0);

  private final BundleDraft draft;
  private final Target target;
  private final Order order;
  private final Notes notes;

  private Calibration(BundleDraft draft, Target target, Order order) {
    this.draft = draft;
    this.target = target;
    this.order = order;
    this.notes = new Notes(order, draft);
  }

  /**
   * Looks at the bundle, before any data are read.
   *
   * @throws UserError when it cannot be calibrated, or may not be written where it was ordered to
   */
  static Calibration of(Order order) {
    BundleDraft draft = BundleDraft.read(order.bundle());
    Target target = Target.of(draft, order.to());
    order.wishes().check(draft, target);
    return new Calibration(draft, target, order);
  }

  /** The contract to be finished, with the name and version it is going to have. */
  DraftContract contract() {
    return order.wishes().smoothed(target.contract()).hashed(draft.network());
  }

  /**
   * Measures, and writes the bundle once it is admitted.
   *
   * @throws UserError when the data or the network do not do; then nothing is written
   */
  Outcome run(NormalData data) throws Exception {
    DraftContract begun = contract();
    ModelBundle runs = bundle(begun.withPlaceholders(), new byte[0]);
    GoldenDraft.check(runs);
    ModelContract asked = runs.contract();
    NormalData.Survey survey = data.survey(begun.rows(), asked, draft.folder() + "/model.json");
    new SurveyCheck(survey, asked).check();
    notes.of(survey);
    MeasuredScaling measured = MeasuredScaling.of(survey.rows().moments(), asked.channelNames());
    notes.of(measured);
    boolean scales = order.wishes().measuresScaling(begun);
    DraftContract scaled = scales ? begun.scaled(measured.asScaling()) : begun;
    ModelBundle running = proven(scaled.withPlaceholders(), survey.rows().excerpts(), measured);
    return measured(data, new Step(scaled, running, survey.rows(), measured));
  }

  /** What is known once the network is known to run on the rows. */
  private record Step(
      DraftContract contract, ModelBundle bundle, NormalRows rows, MeasuredScaling measured) {}

  private Outcome measured(NormalData data, Step step) throws Exception {
    HeldOut heldOut = HeldOut.of(step.rows.entities(), order.wishes().heldOut());
    NormalErrors errors = data.errors(step.bundle, heldOut);
    UsualErrors usual = UsualErrors.of(errors, step.bundle.contract(), step.measured);
    notes.of(errors);
    byte[] golden = step.bundle.goldenJson();
    DraftContract judged = step.contract.withErrors(usual.mean(), usual.deviation());
    NormalScores scores =
        data.scores(bundle(judged.withQuantiles(NO_QUANTILE_YET).smoothedAtAll(), golden), heldOut);
    Quantiles quantiles = new Quantiles(step.contract.levels(), scores.held());
    notes.of(quantiles);
    DraftContract finished =
        judged
            .smoothedAtAll()
            .withQuantiles(quantiles.measured(draft.folder()))
            .withCalibration(notes.forTheContract(step.rows, errors));
    ModelBundle bundle = bundle(finished, golden);
    admit(bundle);
    target.write(bundle.network(), bundle.goldenJson(), bundle.contractJson());
    return new Outcome(target.folder(), written(), step.rows, heldOut, errors, scores, notes.all());
  }

  /** As verify admits it, from where it lies now. */
  private ModelContract written() {
    ModelBundle bundle = ModelBundle.read(target.folder());
    admit(bundle);
    return bundle.contract();
  }

  private ModelBundle proven(DraftContract contract, Excerpts excerpts, MeasuredScaling measured) {
    byte[] kept = order.wishes().keptGolden(draft);
    if (kept == null) {
      ModelBundle bare = bundle(contract, new byte[0]);
      GoldenChoice choice = new GoldenChoice(bare.contract(), excerpts, measured);
      kept = GoldenDraft.of(bare, choice.inputs());
    }
    ModelBundle bundle = bundle(contract, kept);
    try {
      admit(bundle);
    } catch (UserError e) {
      throw draft.golden() == kept && draft.contract().lacksScaling() ? scalingDiffers(e) : e;
    }
    return bundle;
  }

  private static UserError scalingDiffers(UserError refusal) {
    return new UserError(
        refusal.getMessage()
            + ". The scaling was measured here, golden.json is of the training: write the scaling of"
            + " the training into model.json",
        refusal);
  }

  private ModelBundle bundle(DraftContract contract, byte[] golden) {
    return contract.bundle(draft.network(), golden);
  }

  private static void admit(ModelBundle bundle) {
    SequenceScorer.open(bundle).close();
  }
}
