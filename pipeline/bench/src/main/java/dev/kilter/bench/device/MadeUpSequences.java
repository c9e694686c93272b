package dev.kilter.bench.device;

import dev.kilter.onnx.ModelContract;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Sequences of the shape that a model takes: what is in them makes no difference to time. */
final class MadeUpSequences {
  private MadeUpSequences() {}

  /** One each of so many entities. */
  static List<Sequence> of(ModelContract contract, int count) {
    Random random = new Random(7);
    return IntStream.range(0, count).mapToObj(each -> one(contract, each, random)).toList();
  }

  private static Sequence one(ModelContract contract, int entity, Random random) {
    int channels = contract.channels().size();
    float[] values = new float[contract.sequence().length() * channels];
    for (int at = 0; at < values.length; at++) {
      values[at] = (float) random.nextGaussian();
    }
    boolean[] mask = new boolean[values.length];
    Arrays.fill(mask, true);
    Subject subject = Subject.of("bench", "machine-" + entity);
    return new Sequence(subject, 0, 1, values, mask, channels, List.of());
  }
}
