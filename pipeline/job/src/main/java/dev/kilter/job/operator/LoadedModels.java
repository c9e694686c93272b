package dev.kilter.job.operator;

import dev.kilter.onnx.Execution;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.RunThread;
import dev.kilter.onnx.SequenceScorer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models a task has in memory: each is loaded when it is first needed, and the one not used for
 * longest makes room when there are too many. Owns their native sessions.
 */
final class LoadedModels implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoadedModels.class);

  private final int most;
  private final Execution execution;
  private final Counter loads;
  private final Map<String, SequenceScorer> leastRecentFirst = new LinkedHashMap<>(16, 0.75f, true);
  private boolean told;

  /** Counted when it changes: who reads metrics is another thread. */
  private volatile int onCuda;

  /**
   * None yet.
   *
   * @param most so many at once at most
   * @param execution how they are run
   * @param loads counts how often one is loaded
   */
  LoadedModels(int most, Execution execution, Counter loads) {
    this.most = most;
    this.execution = execution;
    this.loads = loads;
  }

  /** The scorer of a bundle, to be used before the next one is asked for. */
  SequenceScorer of(ModelBundle bundle) {
    SequenceScorer loaded = leastRecentFirst.get(bundle.place());
    return loaded == null ? load(bundle) : loaded;
  }

  /** Whether a GPU is to be tried, which may fail. */
  boolean wantCuda() {
    return execution.processor().wantsCuda();
  }

  /** Whether they are run on threads of their sessions', so that who asks does no work. */
  boolean runOnOwnThreads() {
    return execution.processor().thread() == RunThread.OWN
        || leastRecentFirst.values().stream().anyMatch(SequenceScorer::runsOnOwnThread);
  }

  int count() {
    return leastRecentFirst.size();
  }

  int countOnCuda() {
    return onCuda;
  }

  private SequenceScorer load(ModelBundle bundle) {
    makeRoom();
    SequenceScorer scorer = SequenceScorer.open(bundle, execution);
    loads.inc();
    tellOnce(scorer);
    leastRecentFirst.put(bundle.place(), scorer);
    onCuda = (int) leastRecentFirst.values().stream().filter(SequenceScorer::runsOnCuda).count();
    return scorer;
  }

  /** Once for all models: they have the machine in common. */
  private void tellOnce(SequenceScorer scorer) {
    if (!told && scorer.whyNotOnCuda().isPresent()) {
      LOG.warn("Models run on the CPU, not on a GPU: {}", scorer.whyNotOnCuda().get());
      told = true;
    }
  }

  private void makeRoom() {
    Iterator<SequenceScorer> scorers = leastRecentFirst.values().iterator();
    while (leastRecentFirst.size() >= most) {
      scorers.next().close();
      scorers.remove();
    }
  }

  @Override
  public void close() {
    leastRecentFirst.values().forEach(SequenceScorer::close);
  }
}
