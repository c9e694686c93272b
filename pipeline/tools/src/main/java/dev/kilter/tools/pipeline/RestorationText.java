package dev.kilter.tools.pipeline;

import dev.kilter.job.resume.Fate;
import dev.kilter.job.resume.PipelineFacts;
import dev.kilter.job.resume.Restoration;
import java.util.ArrayList;
import java.util.List;

/** What becomes of the state of a savepoint, as a table for a person to read. */
final class RestorationText {
  private RestorationText() {}

  /** The table, line by line. */
  static List<String> of(Restoration restoration) {
    List<String> lines = new ArrayList<>();
    lines.add(restoration.savepoint().place() + maker(restoration.savepoint().facts()) + ":");
    int widest =
        restoration.fates().stream().mapToInt(fate -> fate.part().length()).max().orElse(0);
    String form = "  %-7s  %-" + Math.max(1, widest) + "s  %s";
    for (Fate fate : restoration.fates()) {
      lines.add(form.formatted(fate.outcome().label(), fate.part(), fate.reason()));
    }
    return lines;
  }

  private static String maker(PipelineFacts facts) {
    return facts == null
        ? ""
        : ", kept by Kilter " + facts.kilter().version() + " of pipeline " + facts.name();
  }
}
