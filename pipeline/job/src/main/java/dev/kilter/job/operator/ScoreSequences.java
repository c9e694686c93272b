package dev.kilter.job.operator;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.PerEntity;
import dev.kilter.job.config.RuntimeConfig;
import dev.kilter.job.journal.Quarantine;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.onnx.CudaError;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.OpenSessions;
import dev.kilter.score.RecurrentState;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.Map;
import org.apache.flink.api.common.operators.MailboxExecutor;
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
 *
 * <p>On a GPU a thread beside the task waits for the networks: while one batch goes through, the
 * next is filled. It is the task that sends on what was scored, in order, and nothing is on its way
 * where nothing may be kept.
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
  private transient Quarantine quarantine;
  private transient LoadedModels loaded;
  private transient Scorers scorers;
  private transient Classifiers classifiers;
  private transient BatchRunner runner;
  private transient BatchTurns turns;
  private transient StreamRecord<Envelope<Score>> outgoing;
  private transient Departures departures;
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
    quarantine =
        Quarantine.open(
            runtime.journal().folder(), unscored.topic(), runtime.execution().mostInOne());
    load(new NetworkRuns(quarantine, new ScoringMetrics(getMetricGroup())));
    prepare(new ModelScoring(scorers, classifiers));
    outgoing = new StreamRecord<>(null);
    getMetricGroup().gauge("models", loaded::count);
    getMetricGroup().gauge("modelsOnCuda", loaded::countOnCuda);
    getMetricGroup().gauge("sessions", OpenSessions::count);
  }

  /** A machine without a GPU has none at the next start either. */
  private void load(NetworkRuns runs) {
    try {
      RecurrentMemory memory = new KeyedMemory(this::setCurrentKey, carried);
      scorers = Scorers.open(models, loaded, memory, runs);
      classifiers = Classifiers.open(classifications, runtime.execution(), runs);
    } catch (CudaError e) {
      throw new SuppressRestartsException(e);
    }
  }

  private void prepare(BatchScoring scoring) {
    ProcessingTimeService clock = getProcessingTimeService();
    runner =
        loaded.runOnOwnThreads() ? new ThreadRunner(scoring, arrivals()) : new TaskRunner(scoring);
    turns =
        new BatchTurns(
            scoring, runner, this::send, () -> new PendingBatch(clock::getCurrentProcessingTime));
    departures = new Departures(turns, clock, runtime.maxDelay());
  }

  private Arrivals arrivals() {
    MailboxExecutor task =
        getContainingTask()
            .getMailboxExecutorFactory()
            .createExecutor(getOperatorConfig().getChainIndex());
    return new Arrivals(task, () -> departures.arrival());
  }

  @Override
  public void processElement(StreamRecord<Envelope<Sequence>> element) throws Exception {
    Envelope<Sequence> envelope = element.getValue();
    forgetWhereHistoryEnds(envelope);
    if (envelope instanceof Envelope.Judgeable<Sequence>) {
      addSequence(envelope);
    } else {
      addWords(envelope);
    }
  }

  private void addSequence(Envelope<Sequence> envelope) throws Exception {
    int waiting = turns.filling().add(envelope, scorers.bundle(envelope));
    boolean carries = scorers.carryState(envelope.detector());
    if (waiting >= (carries ? ROWS_TOGETHER : runtime.maxBatch())) {
      departures.now();
    } else {
      departures.afterDelay();
    }
  }

  private void addWords(Envelope<Sequence> envelope) throws Exception {
    turns.filling().add(envelope);
    if (turns.filling().size() >= ROWS_TOGETHER) {
      departures.now();
    } else if (turns.filling().size() == 1) {
      departures.whenFree();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    departures.all();
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    departures.all();
    super.prepareSnapshotPreBarrier(checkpointId);
  }

  @Override
  public void finish() throws Exception {
    departures.all();
    super.finish();
  }

  @Override
  public void close() throws Exception {
    if (runner != null) {
      runner.close();
    }
    if (loaded != null) {
      loaded.close();
    }
    if (classifiers != null) {
      classifiers.close();
    }
    if (quarantine != null) {
      quarantine.close();
    }
    super.close();
  }

  /**
   * What is carried is of the rows so far, those that wait in the batch included. A detector that
   * is there no more may have carried something, too.
   */
  private void forgetWhereHistoryEnds(Envelope<Sequence> envelope) throws Exception {
    boolean reset = envelope instanceof Envelope.Reset<Sequence>;
    if (envelope instanceof Envelope.Forgotten<Sequence>
        || (reset && scorers.carryState(envelope.detector()))) {
      departures.all();
      setCurrentKey(envelope.entity());
      carried.remove(envelope.subject().keyInEntity());
    }
  }

  private void send(PendingBatch batch) {
    for (int place = 0; place < batch.size(); place++) {
      send(batch, place);
    }
  }

  private void send(PendingBatch batch, int place) {
    Score score = batch.score(place);
    Envelope<Score> given =
        score == null
            ? batch.scoring(place).inPlaceOf(batch.envelope(place))
            : batch.judgeable(place).about(score);
    if (score == null && batch.scoring(place).isFailure()) {
      setAside(batch.sequence(place), given);
    }
    output.collect(outgoing.replace(given, given.timeMillis()));
  }

  private void setAside(Sequence sequence, Envelope<Score> given) {
    if (given instanceof Envelope.NotJudged<Score> not) {
      output.collect(UNSCORED, new StreamRecord<>(unscored.deadLetter(sequence, not.reason())));
    }
  }
}
