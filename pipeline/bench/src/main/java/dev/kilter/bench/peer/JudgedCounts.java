package dev.kilter.bench.peer;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Lets this process see how many sequences its own Flink job has judged, at no cost to the job. */
public final class JudgedCounts implements MetricReporterFactory {
  private static final String METRIC = "judged";
  private static final List<Counter> COUNTERS = new CopyOnWriteArrayList<>();

  /** How many there have been. */
  static long sum() {
    long sum = 0;
    for (Counter counter : COUNTERS) {
      sum += counter.getCount();
    }
    return sum;
  }

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return new Reporter();
  }

  private static final class Reporter implements MetricReporter {
    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
      if (name.equals(METRIC)) {
        COUNTERS.add((Counter) metric);
      }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
  }
}
