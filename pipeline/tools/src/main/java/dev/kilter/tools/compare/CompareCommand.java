package dev.kilter.tools.compare;

import dev.kilter.tools.simulate.LengthConverter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kilter compare}: what has changed from one run to another. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Holds two runs over one recording against each other: incidents added, gone, moved in time,"
          + " changed in severity or channels.",
      "The exit code is 1 when more differ than --allow says."
    })
public final class CompareCommand implements Callable<Integer> {
  private static final int DIFFERENT = 1;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "The run before: its folder, or its file of alerts.")
  private Path before;

  @Parameters(index = "1", paramLabel = "B", description = "The run after.")
  private Path after;

  @Option(
      names = "--shift",
      paramLabel = "TIME",
      defaultValue = "0s",
      converter = LengthConverter.class,
      description = "How far an incident may be moved in time and still be the same (0s).")
  private Duration shift;

  @Option(
      names = "--allow",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many incidents may differ before the exit code is 1 (0).")
  private int allowed;

  @Override
  public Integer call() {
    if (allowed < 0) {
      throw new ParameterException(spec.commandLine(), "--allow must be 0 or more.");
    }
    List<RunIncident> left = RunAlerts.read(before);
    List<RunIncident> right = RunAlerts.read(after);
    Comparison comparison = Comparison.of(left, right, shift);
    print(comparison, left.size(), right.size());
    return comparison.differences().size() > allowed ? DIFFERENT : 0;
  }

  private void print(Comparison comparison, int left, int right) {
    PrintWriter out = spec.commandLine().getOut();
    comparison.differences().forEach(difference -> out.println(line(difference)));
    out.printf(
        Locale.ROOT,
        "%d incidents before, %d after: %d the same, %d different.%n",
        left,
        right,
        comparison.same(),
        comparison.differences().size());
    out.flush();
  }

  private static String line(Difference difference) {
    return "%-8s %s %s: %s"
        .formatted(
            difference.kind().name().toLowerCase(Locale.ROOT),
            difference.incident().entity(),
            difference.incident().detector(),
            difference.detail());
  }
}
