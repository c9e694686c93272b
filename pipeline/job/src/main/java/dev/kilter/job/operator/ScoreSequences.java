package dev.kilter.job.operator;

import dev.kilter.event.DeadLetter;
import dev.kilter.job.config.RuntimeConfig;
import dev.kilter.job.type.KilterTypes;
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
import org.apache.flink.util.OutputTag;

/**
 * Scores sequences in small batches across entities. A batch goes through when it is full, when the
 * delay is over, before a watermark is passed on, before a checkpoint and at the end: so nothing is
 * kept at a checkpoint, order stays, and a lone sequence waits for nobody.
 */
public final class ScoreSequences extends AbstractStreamOperator<Envelope<Score>>
    implements OneInputStreamOperator<Envelope<Sequence>, Envelope<Score>> {
  static final OutputTag<DeadLetter> UNSCORED =
      new OutputTag<>("unscored", KilterTypes.DEAD_LETTER);
  private static final long serialVersionUID = 1L;

  private final Map<String, ModelBundle> bundles;
  private final RuntimeConfig runtime;
  private final UnscoredSequences unscored;
  private transient Scorers scorers;
  private transient List<Envelope<Sequence>> batch;
  private transient ScheduledFuture<?> delay;

  /**
   * An operator that scores with these bundles.
   *
   * @param bundles each detector's bundle, by the detector's id
   */
  ScoreSequences(
      Map<String, ModelBundle> bundles, RuntimeConfig runtime, UnscoredSequences unscored) {
    this.bundles = Map.copyOf(bundles);
    this.runtime = runtime;
    this.unscored = unscored;
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

  private void send(Envelope<Sequence> asked, Envelope<Score> given) {
    if (asked instanceof Envelope.Judgeable<Sequence> judgeable
        && given instanceof Envelope.NotJudged<Score> not) {
      DeadLetter letter = unscored.deadLetter(judgeable.content(), not.reason());
      output.collect(UNSCORED, new StreamRecord<>(letter));
    }
    output.collect(new StreamRecord<>(given, given.timeMillis()));
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
    for (int place = 0; place < scored.size(); place++) {
      send(batch.get(place), scored.get(place));
    }
    batch.clear();
  }
}
