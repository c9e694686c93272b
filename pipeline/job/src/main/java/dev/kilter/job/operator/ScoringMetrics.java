package dev.kilter.job.operator;

import dev.kilter.onnx.ModelContract;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * The metrics of the score stage, by version of a model: entities that each have a bundle of their
 * own by one name and version are measured together. Registered once; those of a model that was
 * unloaded stay.
 */
final class ScoringMetrics {
  private final MetricGroup stage;
  private final Map<String, ModelMetrics> byVersion = new HashMap<>();
  private final Counter quarantined;

  ScoringMetrics(MetricGroup stage) {
    this.stage = stage;
    this.quarantined = stage.counter("quarantined");
  }

  /** A sequence was kept from a network since native code crashes on it. */
  void quarantined() {
    quarantined.inc();
  }

  /** The metrics of the version that a contract is of. */
  ModelMetrics of(ModelContract contract) {
    return byVersion.computeIfAbsent(
        contract.name() + "/" + contract.version(),
        version -> new ModelMetrics(stage.addGroup("model", version)));
  }
}
