package dev.kilter.job.operator;

import dev.kilter.onnx.ScoringBatch;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What is measured of one version of a model: each once for a batch, nothing for a sequence. */
final class ModelMetrics {
  private static final int RECENT_BATCHES = 256;
  private static final long NANOS_IN_MICRO = 1_000;

  private final Histogram batchSize;
  private final Histogram queueMillis;
  private final Histogram runMicros;
  private final Counter sequences;
  private final Counter failures;

  /**
   * Registers the metrics.
   *
   * @param model the group of the model
   */
  ModelMetrics(MetricGroup model) {
    this.batchSize = model.histogram("batchSize", recent());
    this.queueMillis = model.histogram("queueMillis", recent());
    this.runMicros = model.histogram("runMicros", recent());
    this.sequences = model.counter("sequences");
    this.failures = model.counter("failures");
  }

  private static Histogram recent() {
    return new DescriptiveStatisticsHistogram(RECENT_BATCHES);
  }

  /** The first that waited has now waited for so long. */
  void waited(long millis) {
    queueMillis.update(millis);
  }

  /** A batch has gone through the network, whatever came of it. */
  void ran(ScoringBatch batch, long nanos) {
    ran(batch.size(), unscored(batch), nanos);
  }

  /**
   * So many sequences have gone through the network.
   *
   * @param failed for how many of them it gave nothing
   */
  void ran(int size, int failed, long nanos) {
    batchSize.update(size);
    runMicros.update(nanos / NANOS_IN_MICRO);
    sequences.inc(size);
    failures.inc(failed);
  }

  private static int unscored(ScoringBatch batch) {
    int unscored = 0;
    for (int index = 0; index < batch.size(); index++) {
      unscored += batch.scoreOrNull(index) == null ? 1 : 0;
    }
    return unscored;
  }
}
