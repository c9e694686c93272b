package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Gives a detector its classifier, if the two see the same rows. */
final class ClassifierResolver {
  private final Function<String, UserError> wrong;
  private final ModelContract model;
  private final ModelContract classifier;

  private ClassifierResolver(
      Function<String, UserError> wrong, ModelContract model, ModelContract classifier) {
    this.wrong = wrong;
    this.model = model;
    this.classifier = classifier;
  }

  /**
   * Makes the detector with the classifier.
   *
   * @param wrong makes the error of what does not fit
   * @throws UserError when the classifier cannot look at the rows that the detector's model does
   */
  static Detector resolve(
      Detector detector, ModelBundle classifier, Function<String, UserError> wrong) {
    ModelContract contract = classifier.contract();
    ModelContract model = detector.models().all().findFirst().orElseThrow().contract();
    new ClassifierResolver(wrong, model, contract).check();
    return new Detector(
        detector.id(),
        detector
            .sequences()
            .classifiedBy(ModelVersion.of(classifier), contract.sequence().length()),
        detector.models(),
        detector.judge().telling(contract.classes()),
        detector.rebaselining(),
        classifier);
  }

  private void check() {
    require(
        classifier.classifies(),
        "is of the kind "
            + classifier.kind()
            + "; only one of the kind classification names faults");
    List<String> names = classifier.channelNames();
    require(
        names.equals(model.channelNames()),
        "looks at "
            + names
            + " and the model at "
            + model.channelNames()
            + "; both must have the same channels in the same order");
    for (int channel = 0; channel < names.size(); channel++) {
      require(
          classifier.channels().get(channel).equals(model.channels().get(channel)),
          "has "
              + names.get(channel)
              + " aligned in another way than the model: "
              + classifier.channels().get(channel)
              + ", not "
              + model.channels().get(channel));
    }
    require(
        classifier.sequence().periodMillis() == model.sequence().periodMillis(),
        "has the period "
            + classifier.sequence().period()
            + " and the model "
            + model.sequence().period()
            + "; both must have the same rows");
    require(
        Objects.equals(classifier.sequence().session(), model.sequence().session()),
        "has the session "
            + classifier.sequence().session()
            + " and the model "
            + model.sequence().session()
            + "; both must have the same sequences");
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw wrong.apply(
          "the classifier " + classifier.name() + "/" + classifier.version() + " " + otherwise);
    }
  }
}
