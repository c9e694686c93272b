package dev.kilter.job.operator;

import dev.kilter.onnx.ModelBundle;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the score stage is given in tests. */
final class ScoreInputs {
  /** The event time of every sequence. */
  static final long MILLIS = 3;

  private ScoreInputs() {}

  /** One of the bundles that the tests of the onnx module have. */
  static ModelBundle bundle(String name) {
    return ModelBundle.read(Path.of("../onnx/src/test/resources/bundles").resolve(name + "/1"));
  }

  /** A sequence of two channels of which every value was measured. */
  static Envelope<Sequence> measured(Subject subject, float... values) {
    return measured(subject, 2, values);
  }

  /** A sequence of which every value was measured. */
  static Envelope<Sequence> measured(Subject subject, int channels, float... values) {
    boolean[] mask = new boolean[values.length];
    Arrays.fill(mask, true);
    List<OffsetRange> offsets = List.of(OffsetRange.of(0, 1));
    return new Envelope.Judgeable<>(
        subject, MILLIS, new Sequence(subject, 0, MILLIS, values, mask, channels, offsets));
  }
}
