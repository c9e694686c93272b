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

  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long cpuNanos;
  private long wallNanos;

  @Override
  public String getDescription() {
    return "processor time of the process over the time that passed";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    cpuNanos = process.getProcessCpuTime();
    wallNanos = System.nanoTime();
  }

  @Override
  public List<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double cores =
        (double) (process.getProcessCpuTime() - cpuNanos) / (System.nanoTime() - wallNanos);
    return List.of(new ScalarResult(CORES, cores, "cores", AggregationPolicy.AVG));
  }
}
