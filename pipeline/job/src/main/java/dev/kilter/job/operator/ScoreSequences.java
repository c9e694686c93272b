package dev.kilter.job.operator;

import dev.kilter.job.config.RuntimeConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelRunException;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Scores sequences in small batches across entities. A batch goes through when it is full, when the
 * delay is over, before a watermark is passed on, before a checkpoint and at the end: so nothing is
 * kept at a checkpoint, order stays, and a lone sequence waits for nobody.
 */
public final class ScoreSequences extends AbstractStreamOperator<Envelope<Score>>
    implements OneInputStreamOperator<Envelope<Sequence>, Envelope<Score>> {
  private static final long serialVersionUID = 1L;

  private final Map<String, ModelBundle> bundles;
  private final RuntimeConfig runtime;
  private transient Scorers scorers;
  private transient List<Envelope<Sequence>> batch;
  private transient ScheduledFuture<?> delay;

  /**
   * An operator that scores with these bundles.
   *
   * @param bundles each detector's bundle, by the detector's id
   */
  public ScoreSequences(Map<String, ModelBundle> bundles, RuntimeConfig runtime) {
    this.bundles = Map.copyOf(bundles);
    this.runtime = runtime;
  }

  @Override
  public void open() throws Exception {
    super.open();
    scorers = Scorers.open(bundles);
    batch = new ArrayList<>(runtime.maxBatch());
    getMetricGroup().gauge("models", scorers::count);
  }

  @Override
  public void processElement(StreamRecord<Envelope<Sequence>> element) throws Exception {
    batch.add(element.getValue());
    if (batch.size() >= runtime.maxBatch()) {
      flush();
      return;
    }
    flushAfterDelay();
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    flush();
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    flush();
    super.prepareSnapshotPreBarrier(checkpointId);
  }

  @Override
  public void finish() throws Exception {
    flush();
    super.finish();
  }

  @Override
  public void close() throws Exception {
    if (scorers != null) {
      scorers.close();
    }
    super.close();
  }

  private void flushAfterDelay() {
    if (delay == null) {
      ProcessingTimeService clock = getProcessingTimeService();
      long due = clock.getCurrentProcessingTime() + runtime.maxDelay().toMillis();
      delay = clock.registerTimer(due, time -> flush());
    }
  }

  private void flush() throws ModelRunException {
    if (delay != null) {
      delay.cancel(false);
      delay = null;
    }
    if (batch.isEmpty()) {
      return;
    }
    List<Envelope<Score>> scored = scorers.score(batch);
    batch.clear();
    for (Envelope<Score> envelope : scored) {
      output.collect(new StreamRecord<>(envelope, envelope.timeMillis()));
    }
  }
}
