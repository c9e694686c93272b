package dev.kilter.bench.device;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * What figures come to: on which processor a model is best run, and in what batches. A difference
 * below 5 % counts as none, and then the smaller batch, or the CPU, is the better.
 *
 * @param provider what is best
 * @param maxBatch with which {@code max-batch}
 * @param overtakes from batches of which size on the GPU is the faster one; null where it never is,
 *     or was not measured
 * @param words the same as sentences
 */
public record Advice(String provider, int maxBatch, Integer overtakes, List<String> words) {
  private static final String CPU = "cpu";
  private static final double WORTH_IT = 1.05;

  /**
   * Compares figures.
   *
   * @param cpu the CPU's, by growing batches
   * @param cuda the GPU's, by growing batches; empty where there is none
   * @param maxBatch which {@code max-batch} lets so many through at once
   */
  static Advice of(List<DeviceLine> cpu, List<DeviceLine> cuda, IntUnaryOperator maxBatch) {
    DeviceLine onCpu = best(cpu);
    if (cuda.isEmpty()) {
      return new Advice(
          CPU, maxBatch.applyAsInt(onCpu.batch()), null, List.of(on(onCpu, maxBatch)));
    }
    DeviceLine onCuda = best(cuda);
    Optional<Integer> overtakes = overtakes(cpu, cuda);
    boolean worthIt = onCuda.perSecond().median() > WORTH_IT * onCpu.perSecond().median();
    DeviceLine first = worthIt ? onCuda : onCpu;
    DeviceLine second = worthIt ? onCpu : onCuda;
    return new Advice(
        first.provider(),
        maxBatch.applyAsInt(first.batch()),
        overtakes.orElse(null),
        List.of(
            compared(overtakes, cpu.get(0).batch(), worthIt),
            on(first, maxBatch),
            "Otherwise: " + on(second, maxBatch)));
  }

  /** The smallest batch that is as good as any. */
  private static DeviceLine best(List<DeviceLine> lines) {
    double most = lines.stream().mapToDouble(line -> line.perSecond().median()).max().orElseThrow();
    return lines.stream()
        .filter(line -> line.perSecond().median() * WORTH_IT >= most)
        .findFirst()
        .orElseThrow();
  }

  /** The size from which on the GPU is the faster one in batches of every size that both have. */
  private static Optional<Integer> overtakes(List<DeviceLine> cpu, List<DeviceLine> cuda) {
    Integer from = null;
    for (DeviceLine gpu : cuda) {
      Optional<DeviceLine> same =
          cpu.stream().filter(line -> line.batch() == gpu.batch()).findFirst();
      if (same.isPresent()) {
        boolean faster = gpu.perSecond().median() > WORTH_IT * same.get().perSecond().median();
        from = !faster ? null : from == null ? Integer.valueOf(gpu.batch()) : from;
      }
    }
    return Optional.ofNullable(from);
  }

  private static String compared(Optional<Integer> overtakes, int smallest, boolean worthIt) {
    if (overtakes.isEmpty()) {
      return worthIt
          ? "cuda does not stay ahead of cpu in batches of the same size, but is ahead at its best."
          : "cpu is fastest in batches of every size.";
    }
    String ahead =
        overtakes.get() == smallest
            ? "cuda is faster than cpu in batches of every size"
            : "cuda overtakes cpu from batches of " + overtakes.get() + " on";
    return ahead + (worthIt ? "." : ", but is never faster than cpu at its best.");
  }

  private static String on(DeviceLine best, IntUnaryOperator maxBatch) {
    return "%s is best in batches of %d: `runtime: {provider: %s, max-batch: %d}`."
        .formatted(
            best.provider(), best.batch(), best.provider(), maxBatch.applyAsInt(best.batch()));
  }
}
