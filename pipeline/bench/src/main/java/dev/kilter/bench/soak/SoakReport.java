package dev.kilter.bench.soak;

import dev.kilter.bench.endurance.LongRunAnswer;
import dev.kilter.bench.endurance.LongRunQuestion;
import dev.kilter.bench.endurance.Sample;
import dev.kilter.bench.report.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a long run came to.
 *
 * @param time when, as ISO 8601
 * @param machine on what
 * @param path what an event goes through
 * @param run what was run
 * @param heap after full collections; null if it was over before anything counted
 * @param outside of the process beside the heap, or null likewise
 * @param answer how it went
 */
record SoakReport(
    String time,
    Machine machine,
    String path,
    LongRunQuestion run,
    Flatness heap,
    Flatness outside,
    LongRunAnswer answer) {
  private static final String PATH =
      "memory → key by entity → sequence, score, judge as in production, with checkpoints → alerts,"
          + " thrown away";
  private static final double WARM_UP = 0.2;
  private static final double MEBIBYTE = 1 << 20;
  private static final String FORMAT = "%-16s %12s  %-21s %10s %8s%n";

  /**
   * Of a run.
   *
   * @param reservedBytes of the heap, all of which was in memory from the beginning
   */
  static SoakReport of(LongRunQuestion run, LongRunAnswer answer, long reservedBytes) {
    List<Sample> warm = answer.samples().stream().filter(sample -> counts(sample, run)).toList();
    return new SoakReport(
        Instant.now().toString(),
        Machine.here(),
        PATH,
        run,
        flatness(warm, Sample::heapBytes),
        flatness(warm, sample -> sample.residentBytes() - reservedBytes),
        answer);
  }

  /** Before a run is warm memory grows; once the last event is in, the job lets go of it. */
  private static boolean counts(Sample sample, LongRunQuestion run) {
    return sample.events() > WARM_UP * run.events() && sample.events() < run.events();
  }

  private static Flatness flatness(List<Sample> samples, ToDoubleFunction<Sample> bytes) {
    return samples.isEmpty()
        ? null
        : Flatness.of(samples.stream().mapToDouble(bytes).boxed().toList());
  }

  String text() {
    return "%n%s, Java %s; %,d events, %s, after the first fifth%n"
            .formatted(machine.processor(), machine.java(), run.events(), run.model())
        + FORMAT.formatted("MiB", "median", "(least – most)", "farthest", "growth")
        + line("heap", heap)
        + line("outside of it", outside)
        + counts()
        + path
        + System.lineSeparator();
  }

  private static String line(String name, Flatness flatness) {
    if (flatness == null) {
      return "%-16s over too soon to say: let more events through%n".formatted(name);
    }
    return FORMAT.formatted(
        name,
        mebibytes(flatness.bytes().median()),
        "("
            + mebibytes(flatness.bytes().least())
            + " – "
            + mebibytes(flatness.bytes().most())
            + ")",
        percent(flatness.deviation()) + (flatness.flat() ? "" : " NOT FLAT"),
        percent(flatness.growth()));
  }

  private String counts() {
    return answer.allJudged()
        ? "%,d sequences were judged, none lost or doubled%n".formatted(answer.judged())
        : "WRONG: %,d sequences were judged of %,d%n".formatted(answer.judged(), answer.right());
  }

  private static String mebibytes(double bytes) {
    return String.format(Locale.ROOT, "%,.1f", bytes / MEBIBYTE);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
