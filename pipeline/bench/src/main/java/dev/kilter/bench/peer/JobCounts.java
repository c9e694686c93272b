package dev.kilter.bench.peer;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Lets this process see what its own Flink jobs count, at no cost to them. */
public final class JobCounts implements MetricReporterFactory {
  /** Events that sequences are made of: what Flink counts before {@code sequence}. */
  public static final String TAKEN_IN = "takenIn";

  private static final Map<String, List<Counter>> COUNTERS =
      Map.of(
          "events",
          new CopyOnWriteArrayList<>(),
          "deadLetters",
          new CopyOnWriteArrayList<>(),
          "judged",
          new CopyOnWriteArrayList<>(),
          TAKEN_IN,
          new CopyOnWriteArrayList<>());

  /** What all jobs together have counted under each name. */
  static Map<String, Long> sums() {
    return COUNTERS.keySet().stream().collect(Collectors.toMap(name -> name, JobCounts::sum));
  }

  /** What all jobs together have counted under one name. */
  public static long sum(String name) {
    long sum = 0;
    for (Counter counter : COUNTERS.get(name)) {
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
      if (metric instanceof Counter counter && COUNTERS.containsKey(name)) {
        COUNTERS.get(name).add(counter);
      }
      boolean sequence = "sequence".equals(group.getAllVariables().get("<operator_name>"));
      if (sequence && name.equals("numRecordsIn")) {
        COUNTERS.get(TAKEN_IN).add((Counter) metric);
      }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
  }
}
