package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.event.PerEntity;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Checks that the models of a detector's entities want the same sequences, since one plan cuts them
 * for all.
 */
final class ModelsAgree {
  private final DetectorConfig detector;
  private final ModelBundle one;
  private final ModelBundle other;

  private ModelsAgree(DetectorConfig detector, ModelBundle one, ModelBundle other) {
    this.detector = detector;
    this.one = one;
    this.other = other;
  }

  /**
   * Holds each against the first.
   *
   * @throws UserError saying which two differ in what
   */
  static void check(DetectorConfig detector, PerEntity<ModelBundle> bundles) {
    List<ModelBundle> all = bundles.all().toList();
    all.forEach(other -> new ModelsAgree(detector, all.get(0), other).check());
  }

  private void check() {
    same("channels", ModelContract::channelNames);
    ModelContract mine = one.contract();
    for (int at = 0; at < mine.channels().size(); at++) {
      int channel = at;
      String name = mine.channelNames().get(channel);
      same("channel " + name, contract -> contract.channels().get(channel));
    }
    same("sequence", ModelsAgree::shape);
    same("input with the role mask", contract -> contract.maskInput().isPresent());
  }

  /** All of it but how long a network warms up, which is no business of the sequence. */
  private static List<Object> shape(ModelContract contract) {
    ModelContract.SequenceShape shape = contract.sequence();
    return Arrays.asList(
        "length " + shape.length(),
        "stride " + shape.stride(),
        "period " + shape.period(),
        "minimumLength " + shape.least(),
        "session " + shape.session());
  }

  private void same(String what, Function<ModelContract, Object> part) {
    Object mine = part.apply(one.contract());
    Object theirs = part.apply(other.contract());
    if (!mine.equals(theirs)) {
      throw new UserError(
          "%s: its models do not want the same sequences: %s of %s is %s, of %s it is %s"
              .formatted(detector.title(), what, one.place(), mine, other.place(), theirs));
    }
  }
}
