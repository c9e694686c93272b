package dev.kilter.bench.entities;

import dev.kilter.bench.endurance.LongRunQuestion;
import dev.kilter.bench.report.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What all runs came to.
 *
 * @param time when, as ISO 8601
 * @param machine on what
 * @param memory the task manager's memory
 * @param path what an event goes through
 * @param figures each run
 */
record EntitiesReport(
    String time, Machine machine, String memory, String path, List<EntitiesFigure> figures) {
  private static final String PATH =
      "memory → key by entity → sequence, score, judge as in production → alerts, thrown away";
  private static final String FORMAT = "%-6s %10s %16s %6s %9s %12s %12s%n";
  private static final double MEBIBYTE = 1 << 20;

  static EntitiesReport of(String memory, List<EntitiesFigure> figures) {
    return new EntitiesReport(Instant.now().toString(), Machine.here(), memory, PATH, figures);
  }

  static String headline(LongRunQuestion run, String memory) {
    return "%,d entities of %d rows, stride %d, %s; state on %s, a checkpoint every %d s, %s"
        .formatted(
            run.machines(),
            run.rows(),
            run.stride(),
            run.model(),
            run.state(),
            run.checkpointSeconds(),
            memory);
  }

  boolean isComplete() {
    return figures.stream().allMatch(figure -> figure.answer().allJudged());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("%n%s, Java %s%n".formatted(machine.processor(), machine.java()));
    text.append(
        FORMAT.formatted(
            "stride",
            "events/s",
            "rows kept full",
            "cores",
            "from row",
            "process MiB",
            "sequences"));
    figures.forEach(figure -> text.append(line(figure)));
    return text.append(path).append(System.lineSeparator()).toString();
  }

  private static String line(EntitiesFigure figure) {
    return FORMAT.formatted(
        figure.run().stride(),
        whole(figure.perSecond()),
        whole(figure.perSecondFull()),
        String.format(Locale.ROOT, "%.2f", figure.cores()),
        figure.fromRow(),
        whole((double) figure.answer().peakBytes() / MEBIBYTE),
        figure.answer().allJudged()
            ? "%,d".formatted(figure.answer().judged())
            : "WRONG: %,d of %,d".formatted(figure.answer().judged(), figure.answer().right()));
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }
}
