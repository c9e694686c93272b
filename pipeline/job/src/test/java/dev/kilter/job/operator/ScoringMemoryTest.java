package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.kilter.event.PerEntity;
import dev.kilter.job.journal.Quarantine;
import dev.kilter.onnx.Execution;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.score.RecurrentState;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scoring leaves for the collector, beside the scores themselves; with a journal. */
class ScoringMemoryTest {
  private static final int BATCH = 32;
  private static final int WARM_UP = 300;
  private static final int BATCHES = 200;
  private static final int MOST_BYTES = 64;
  @TempDir private static Path journal;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Scores that are kept, so that none is made on the stack. */
  private final Score[] copies = new Score[BATCH];

  @ParameterizedTest
  @ValueSource(
      strings = {"../../models/zoo/pump-lstm-ae/1", "../../models/zoo/pump-lstm-forecaster/1"})
  void aScoredSequenceLeavesAtMost64BytesBesideItsScore(String place) throws Exception {
    ModelBundle bundle = ModelBundle.read(Path.of(place));
    List<Envelope<Sequence>> sequences =
        IntStream.range(0, BATCH).mapToObj(pump -> envelope(pump, bundle)).toList();
    Execution execution = Execution.onCpu(BATCH);
    try (LoadedModels models = new LoadedModels(1, execution, new SimpleCounter());
        Quarantine quarantine =
            Quarantine.open(Optional.of(journal), "events", execution.mostInOne())) {
      Scorers scorers = scorers(bundle, models, quarantine);
      PendingBatch pending = new PendingBatch(() -> 0);
      for (int batch = 0; batch < WARM_UP; batch++) {
        score(sequences, scorers, pending);
        copyScores(pending);
      }
      long scoring = bytesOf(() -> score(sequences, scorers, pending));
      long scores = bytesOf(() -> copyScores(pending));

      assertThat((scoring - scores) / BATCH).isBetween(0L, (long) MOST_BYTES);
    }
  }

  /** Something that is done to a batch. */
  @FunctionalInterface
  private interface Deed {
    void run() throws Exception;
  }

  private static long bytesOf(Deed deed) throws Exception {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int batch = 0; batch < BATCHES; batch++) {
      deed.run();
    }
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / BATCHES;
  }

  private static void score(
      List<Envelope<Sequence>> sequences, Scorers scorers, PendingBatch pending) throws Exception {
    pending.clear();
    for (Envelope<Sequence> sequence : sequences) {
      pending.add(sequence, scorers.bundle(sequence));
    }
    scorers.recall(pending);
    scorers.score(pending);
    scorers.keep(pending);
  }

  private void copyScores(PendingBatch pending) {
    for (int place = 0; place < BATCH; place++) {
      Score score = pending.score(place);
      if (score != null) {
        copies[place] =
            new Score(
                score.sequence(),
                score.raw(),
                score.parts().clone(),
                score.expected().clone(),
                score.carried());
      }
    }
  }

  private static Scorers scorers(ModelBundle bundle, LoadedModels models, Quarantine quarantine) {
    return Scorers.open(
        Map.of("pumps", PerEntity.same(bundle)),
        models,
        new LongKnown(bundle),
        new NetworkRuns(quarantine, new ScoringMetrics(new UnregisteredMetricsGroup())));
  }

  /** Remembers states of entities that are long known. */
  private static final class LongKnown implements RecurrentMemory {
    private final RecurrentState first;
    private final Map<Subject, RecurrentState> states = new HashMap<>();

    LongKnown(ModelBundle bundle) {
      this.first = new RecurrentState(bundle.contract().sequence().rowsToWarmUp(), new float[0]);
    }

    @Override
    public RecurrentState recall(Subject subject) {
      return states.getOrDefault(subject, first);
    }

    @Override
    public void keep(Subject subject, RecurrentState next) {
      states.put(subject, next);
    }
  }

  private static Envelope<Sequence> envelope(int pump, ModelBundle bundle) {
    Subject subject = Subject.of("pumps", "pump-" + pump);
    int channels = bundle.contract().channels().size();
    float[] values = new float[bundle.contract().sequence().length() * channels];
    Arrays.fill(values, pump);
    boolean[] mask = new boolean[values.length];
    Arrays.fill(mask, true);
    Sequence sequence =
        new Sequence(subject, 0, 3, values, mask, channels, List.of(OffsetRange.of(0, 1)));
    return new Envelope.Judgeable<>(subject, 3, sequence);
  }
}
