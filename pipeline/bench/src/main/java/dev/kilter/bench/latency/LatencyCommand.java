package dev.kilter.bench.latency;

import dev.kilter.UserError;
import dev.kilter.bench.broker.BrokerRig;
import dev.kilter.bench.check.WrongScore;
import dev.kilter.bench.report.JsonFile;
import dev.kilter.bench.report.Machine;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kilter bench latency}: how long after its event an alert is there. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Measures the time from the broker's append of the event that completes a sequence to its"
            + " append of the alert, at half of the highest rate at which the job does not fall"
            + " behind.")
public final class LatencyCommand implements Callable<Integer> {
  private static final long PILED_UP = 3_000_000;
  private static final long TO_WARM_UP = 1_000_000;
  private static final double CHECKED_PER_SECOND = 10_000;
  private static final Duration CHECKED = Duration.ofSeconds(5);
  // As long as the compiler is at work on the job's one core.
  private static final Duration WARM_UP = Duration.ofMinutes(3);
  private static final String SETTINGS =
      "at least once, checkpoints every 10 s, a watermark every 5 ms, buffers passed on every 5 ms,"
          + " batches of 32 that wait 5 ms at most, the sink's linger 5 ms";

  @Option(
      names = "--check",
      description = "Only look whether all alerts come that should, and no others.")
  private boolean check;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "For how long a rate must hold, and for how long is measured; ${DEFAULT-VALUE} if left"
              + " out.")
  private int seconds;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "At how many events a second, instead of half of the highest rate.")
  private Integer rate;

  @Mixin private JsonFile json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (seconds < 4 || (rate != null && (rate < 1 || rate > 1_000_000))) {
      throw new UserError(
          "--seconds is a whole number from 4, --rate one from 1 to 1000000 events a second.");
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      return check ? check(out) : measure(out);
    } catch (WrongScore e) {
      out.println("WRONG: " + e.getMessage());
      return ExitCode.SOFTWARE;
    }
  }

  private static int check(PrintWriter out) throws Exception {
    try (BrokerRig rig = BrokerRig.untimed();
        WatchedJob job = WatchedJob.prepare(rig, Duration.ZERO)) {
      job.start();
      LatencyLine line = new LatencyRun(job, CHECKED, CHECKED).at(CHECKED_PER_SECOND);
      out.printf("kilter  %,d alerts, all that there should be%n", line.millis().count());
      return line.millis().count() > 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private int measure(PrintWriter out) throws Exception {
    Duration length = Duration.ofSeconds(seconds);
    List<LatencyLine> lines = new ArrayList<>();
    double highest = Double.NaN;
    try (BrokerRig rig = BrokerRig.start()) {
      out.println(rig.where());
      for (Duration lateness : List.of(Duration.ZERO, Duration.ofSeconds(5))) {
        try (WatchedJob job = WatchedJob.prepare(rig, lateness)) {
          if (lateness.isZero() && rate == null) {
            highest = new HighestRate(job, length, out).find(PILED_UP);
          } else {
            HighestRate.workOff(job, TO_WARM_UP);
          }
          lines.add(new LatencyRun(job, WARM_UP, length).at(rate == null ? highest / 2 : rate));
        }
      }
      tell(new LatencyReport(now(), Machine.here(), rig.where(), SETTINGS, highest, lines), out);
    }
    return ExitCode.OK;
  }

  private static String now() {
    return Instant.now().toString();
  }

  private void tell(LatencyReport report, PrintWriter out) {
    out.printf(
        "%n%s, Java %s; %d s each%n%s%n%n",
        report.machine().processor(), report.machine().java(), seconds, report.settings());
    out.print(LatencyLine.title());
    report.lines().forEach(line -> out.print(line.text()));
    out.flush();
    json.write(report);
  }
}
