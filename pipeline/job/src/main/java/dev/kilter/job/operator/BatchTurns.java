package dev.kilter.job.operator;

import java.util.function.Supplier;

/**
 * Batches that go through one after the other: while one is on its way the next is filled, and
 * before a third is begun the first has left. What models carry from row to row makes a batch wait
 * for the one before: it is kept before that of the next is read.
 */
final class BatchTurns {
  private final BatchScoring scoring;
  private final BatchRunner runner;
  private final Sender sender;
  private final Supplier<PendingBatch> maker;
  private PendingBatch filling;
  private PendingBatch spare;
  private PendingBatch onItsWay;

  /** Takes what has been scored further. */
  @FunctionalInterface
  interface Sender {
    void send(PendingBatch batch) throws Exception;
  }

  /**
   * Nothing waits yet.
   *
   * @param maker makes empty batches: one, or two if there is a thread beside
   */
  BatchTurns(
      BatchScoring scoring, BatchRunner runner, Sender sender, Supplier<PendingBatch> maker) {
    this.scoring = scoring;
    this.runner = runner;
    this.sender = sender;
    this.maker = maker;
    this.filling = maker.get();
  }

  /** The batch to put into what comes next. */
  PendingBatch filling() {
    return filling;
  }

  /** Whether another batch would have to wait. */
  boolean isBusy() {
    return onItsWay != null && runner.isBusy();
  }

  /** Lets what was filled in go, once the batch before it has arrived. */
  void go() throws Exception {
    PendingBatch before = arrival();
    scoring.recall(filling);
    filling.leave();
    runner.start(filling);
    onItsWay = filling;
    if (before != null) {
      send(before);
      spare = before;
    }
    if (runner.isBusy()) {
      fillSpare();
    } else {
      filling = arrival();
      send(filling);
    }
  }

  /** Sends further what was on its way, if it has arrived. */
  void collect() throws Exception {
    if (onItsWay != null && !runner.isBusy()) {
      spare = arrival();
      send(spare);
    }
  }

  /** Lets all that there is go, and sends it further. */
  void drain() throws Exception {
    if (filling.size() > 0) {
      go();
    }
    if (onItsWay != null) {
      spare = arrival();
      send(spare);
    }
  }

  /** The batch that was on its way, which is waited for; null if none was. */
  private PendingBatch arrival() throws Exception {
    PendingBatch batch = onItsWay;
    if (batch != null) {
      runner.await();
      onItsWay = null;
      scoring.keep(batch);
    }
    return batch;
  }

  private void send(PendingBatch batch) throws Exception {
    sender.send(batch);
    batch.clear();
  }

  private void fillSpare() {
    filling = spare == null ? maker.get() : spare;
    spare = null;
  }
}
