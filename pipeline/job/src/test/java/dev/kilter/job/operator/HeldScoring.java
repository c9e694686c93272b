package dev.kilter.job.operator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Scores a batch when it is let, and writes down what is done, and by which thread. */
final class HeldScoring implements BatchScoring {
  private final Semaphore leave = new Semaphore(0);
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final Set<Thread> threads = Collections.synchronizedSet(new LinkedHashSet<>());
  private volatile RuntimeException failure;

  /** So many batches more may be scored. */
  void let(int batches) {
    leave.release(batches);
  }

  void fails(RuntimeException with) {
    failure = with;
  }

  /** What was done to which entities, in order. */
  List<String> told() {
    return List.copyOf(told);
  }

  /** Which threads scored. */
  Set<Thread> threads() {
    return Set.copyOf(threads);
  }

  void tell(String what, PendingBatch batch) {
    StringBuilder entities = new StringBuilder();
    for (int place = 0; place < batch.size(); place++) {
      entities.append(batch.envelope(place).entity());
    }
    told.add(what + " " + entities);
  }

  @Override
  public void recall(PendingBatch batch) {
    tell("recall", batch);
  }

  @Override
  public void score(PendingBatch batch) {
    leave.acquireUninterruptibly();
    threads.add(Thread.currentThread());
    if (failure != null) {
      throw failure;
    }
    tell("score", batch);
  }

  @Override
  public void keep(PendingBatch batch) {
    tell("keep", batch);
  }
}
