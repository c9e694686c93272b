package dev.kilter.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/** How much of a core the process had: less than one says that the machine was busy elsewhere. */
public final class CpuTime implements InternalProfiler {
  /** What the figure is called in JMH's results. */
  public static final String CORES = "cores";

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static long cpuNanos;
  private static long wallNanos;

  @Override
  public String getDescription() {
    return "processor time of the process over the time that passed";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    fromNow();
  }

  /** What an iteration does to prepare is not looked at. */
  public static synchronized void fromNow() {
    cpuNanos = PROCESS.getProcessCpuTime();
    wallNanos = System.nanoTime();
  }

  private static synchronized double cores() {
    return (double) (PROCESS.getProcessCpuTime() - cpuNanos) / (System.nanoTime() - wallNanos);
  }

  @Override
  public List<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return List.of(new ScalarResult(CORES, cores(), "cores", AggregationPolicy.AVG));
  }
}
