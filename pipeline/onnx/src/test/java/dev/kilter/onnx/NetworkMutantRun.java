package dev.kilter.onnx;

import dev.kilter.UserError;
import dev.kilter.score.ErrorStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Tries mutants in a process of its own, since a network that is broken may break the process. A
 * line for each: its number, told before it is tried; then what became of it.
 */
final class NetworkMutantRun {
  static final String REFUSED = "refused";
  static final String SAME = "same";
  private static final int STRANGERS = 12;
  private static final double[] NOISES = {0.01, 0.05, 0.2};

  private final NetworkMutants mutants = new NetworkMutants();
  private final List<ModelInput> strangers = strangers();
  private final List<ModelOutput> expected;

  private NetworkMutantRun() throws ModelRunException {
    try (OnnxModel model = Admission.admit(mutants.whole())) {
      expected = model.run(strangers);
    }
  }

  public static void main(String[] arguments) throws ModelRunException {
    NetworkMutantRun run = new NetworkMutantRun();
    for (int number = 0; number < Integer.parseInt(arguments[0]); number++) {
      System.out.print(number + " ");
      System.out.flush();
      System.out.println(run.outcome(number));
    }
  }

  /** "refused", "same" to the last bit, or how much its scores are off. */
  private String outcome(int number) throws ModelRunException {
    try (OnnxModel model = Admission.admit(mutants.networkWithItsHash(number))) {
      double off = 0;
      boolean same = true;
      List<ModelOutput> actual = model.run(strangers);
      for (int index = 0; index < STRANGERS; index++) {
        off = Math.max(off, off(expected.get(index), actual.get(index)));
        same &= equal(expected.get(index), actual.get(index));
      }
      return same ? SAME : String.valueOf(off);
    } catch (UserError e) {
      return REFUSED;
    }
  }

  /** The difference of their raw scores, relative to one above 1; NaN if only one is a number. */
  private double off(ModelOutput right, ModelOutput actual) {
    double score = raw(right);
    return Math.abs(raw(actual) - score) / Math.max(1, Math.abs(score));
  }

  private double raw(ModelOutput output) {
    boolean[] present = new boolean[output.errors().length];
    Arrays.fill(present, true);
    ErrorStatistics statistics = mutants.whole().contract().errorStatistics();
    return ErrorStatistics.raw(statistics.standardise(output.errors(), present));
  }

  private static boolean equal(ModelOutput right, ModelOutput actual) {
    return Arrays.equals(right.errors(), actual.errors())
        && Arrays.equals(right.expected(), actual.expected());
  }

  /** Sequences that the golden outputs know nothing of: a little off, more, and far off. */
  private List<ModelInput> strangers() {
    Random random = new Random(5);
    List<GoldenOutputs.Golden> golden = mutants.whole().golden().sequences();
    List<ModelInput> strangers = new ArrayList<>();
    for (int index = 0; index < STRANGERS; index++) {
      float[] values = golden.get(index / NOISES.length % golden.size()).asInput().values().clone();
      double noise = NOISES[index % NOISES.length];
      for (int at = 0; at < values.length; at++) {
        values[at] *= (float) (1 + noise * random.nextGaussian());
      }
      strangers.add(ModelInput.measured(values));
    }
    return strangers;
  }
}
