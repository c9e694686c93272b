package dev.kilter.job.operator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;

/** Keeps the metrics of an operator, to be looked at. */
final class Counted extends InterceptingTaskMetricGroup {
  private final WithGroups operator = new WithGroups();

  /** An operator's metrics, and those of its groups by key and value. */
  private static final class WithGroups extends InterceptingOperatorMetricGroup {
    private final Map<String, InterceptingOperatorMetricGroup> groups = new HashMap<>();

    @Override
    public MetricGroup addGroup(String key, String value) {
      return groups.computeIfAbsent(
          key + "=" + value, unseen -> new InterceptingOperatorMetricGroup());
    }
  }

  long count(String counter) {
    return ((Counter) operator.get(counter)).getCount();
  }

  Object gauge(String gauge) {
    return ((Gauge<?>) operator.get(gauge)).getValue();
  }

  /** A counter of a group such as {@code model=pumps/1}. */
  long count(String group, String counter) {
    return ((Counter) operator.groups.get(group).get(counter)).getCount();
  }

  /** What a histogram of a group was told, the smallest first. */
  long[] told(String group, String histogram) {
    Histogram told = (Histogram) operator.groups.get(group).get(histogram);
    long[] values = told.getStatistics().getValues();
    Arrays.sort(values);
    return values;
  }

  @Override
  public InternalOperatorMetricGroup getOrAddOperator(
      OperatorID id, String name, Map<String, String> variables) {
    return operator;
  }
}
