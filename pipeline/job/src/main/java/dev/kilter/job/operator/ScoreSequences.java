package dev.kilter.job.operator;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.PerEntity;
import dev.kilter.job.config.RuntimeConfig;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.onnx.CudaError;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.OpenSessions;
import dev.kilter.score.RecurrentState;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.OutputTag;

/**
 * Scores sequences in small batches across entities. A batch goes through when it is full, when the
 * delay is over, before a watermark is passed on, before a checkpoint and at the end: so nothing is
 * kept at a checkpoint, order stays, and a lone sequence waits for nobody. What a model carries
 * from row to row of an entity is keyed state. The odd ones of a batch are then classified.
 */
public final class ScoreSequences extends AbstractStreamOperator<Envelope<Score>>
    implements OneInputStreamOperator<Envelope<Sequence>, Envelope<Score>> {
  static final OutputTag<DeadLetter> UNSCORED =
      new OutputTag<>("unscored", KilterTypes.DEAD_LETTER);
  private static final long serialVersionUID = 1L;

  /**
   * Rows that go on from each other wait for more entities: only one of each goes through at once.
   */
  private static final int ROWS_TOGETHER = 4_096;

  private final Map<String, PerEntity<ModelBundle>> models;
  private final Map<String, Classification> classifications;
  private final RuntimeConfig runtime;
  private final UnscoredSequences unscored;
  private transient LoadedModels loaded;
  private transient Scorers scorers;
  private transient Classifiers classifiers;
  private transient PendingBatch pending;
  private transient StreamRecord<Envelope<Score>> outgoing;
  private transient ScheduledFuture<?> delay;
  private transient MapState<String, RecurrentState> carried;

  /**
   * An operator that scores with these models.
   *
   * @param models each entity's bundle, by the detector's id
   * @param classifications how odd sequences are named, by the detector's id, where they are
   */
  ScoreSequences(
      Map<String, PerEntity<ModelBundle>> models,
      Map<String, Classification> classifications,
      RuntimeConfig runtime,
      UnscoredSequences unscored) {
    this.models = Map.copyOf(models);
    this.classifications = Map.copyOf(classifications);
    this.runtime = runtime;
    this.unscored = unscored;
  }

  @Override
  public void open() throws Exception {
    super.open();
    carried =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("carried", Types.STRING, KilterTypes.RECURRENT_STATE));
    loaded =
        new LoadedModels(
            runtime.maxModels(), runtime.execution(), getMetricGroup().counter("modelLoads"));
    load();
    pending = new PendingBatch(getProcessingTimeService()::getCurrentProcessingTime);
    outgoing = new StreamRecord<>(null);
    getMetricGroup().gauge("models", loaded::count);
    getMetricGroup().gauge("modelsOnCuda", loaded::countOnCuda);
    getMetricGroup().gauge("sessions", OpenSessions::count);
  }

  /** A machine without a GPU has none at the next start either. */
  private void load() {
    try {
      scorers =
          Scorers.open(models, loaded, new KeyedMemory(), new ScoringMetrics(getMetricGroup()));
      classifiers = Classifiers.open(classifications, runtime.execution());
    } catch (CudaError e) {
      throw new SuppressRestartsException(e);
    }
  }

  @Override
  public void processElement(StreamRecord<Envelope<Sequence>> element) throws Exception {
    Envelope<Sequence> envelope = element.getValue();
    forgetWhereHistoryEnds(envelope);
    if (add(envelope)) {
      flush();
    } else {
      flushAfterDelay();
    }
  }

  /** Whether there is enough to be scored now. */
  private boolean add(Envelope<Sequence> envelope) {
    if (envelope instanceof Envelope.Judgeable<Sequence>) {
      int waiting = pending.add(envelope, scorers.bundle(envelope));
      boolean carries = scorers.carryState(envelope.detector());
      return waiting >= (carries ? ROWS_TOGETHER : runtime.maxBatch());
    }
    pending.add(envelope);
    return pending.size() == 1 || pending.size() >= ROWS_TOGETHER;
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
    if (loaded != null) {
      loaded.close();
    }
    if (classifiers != null) {
      classifiers.close();
    }
    super.close();
  }

  /** What is carried is of the rows so far, those that wait in the batch included. */
  private void forgetWhereHistoryEnds(Envelope<Sequence> envelope) throws Exception {
    boolean ends =
        envelope instanceof Envelope.Reset<Sequence>
            || envelope instanceof Envelope.Forgotten<Sequence>;
    if (ends && scorers.carryState(envelope.detector())) {
      flush();
      setCurrentKey(envelope.entity());
      carried.remove(envelope.subject().keyInEntity());
    }
  }

  private void send(int place) {
    Envelope<Sequence> asked = pending.envelope(place);
    Score score = pending.score(place);
    Envelope<Score> given =
        score == null
            ? pending.scoring(place).inPlaceOf(asked)
            : new Envelope.Judgeable<>(asked.subject(), asked.timeMillis(), score);
    if (score == null && pending.scoring(place).isFailure()) {
      setAside(pending.sequence(place), given);
    }
    output.collect(outgoing.replace(given, given.timeMillis()));
  }

  private void setAside(Sequence sequence, Envelope<Score> given) {
    if (given instanceof Envelope.NotJudged<Score> not) {
      output.collect(UNSCORED, new StreamRecord<>(unscored.deadLetter(sequence, not.reason())));
    }
  }

  private void flushAfterDelay() {
    if (delay == null) {
      ProcessingTimeService clock = getProcessingTimeService();
      long due = clock.getCurrentProcessingTime() + runtime.maxDelay().toMillis();
      delay = clock.registerTimer(due, time -> flush());
    }
  }

  private void flush() throws Exception {
    if (delay != null) {
      delay.cancel(false);
      delay = null;
    }
    scorers.score(pending);
    classifiers.classify(pending);
    for (int place = 0; place < pending.size(); place++) {
      send(place);
    }
    pending.clear();
  }

  /** Keyed state, of entities of which many are in one batch. */
  private final class KeyedMemory implements RecurrentMemory {
    @Override
    public RecurrentState recall(Subject subject) throws Exception {
      setCurrentKey(subject.entity());
      RecurrentState state = carried.get(subject.keyInEntity());
      return state == null ? RecurrentState.begin() : state;
    }

    @Override
    public void keep(Subject subject, RecurrentState state) throws Exception {
      setCurrentKey(subject.entity());
      carried.put(subject.keyInEntity(), state);
    }
  }
}
