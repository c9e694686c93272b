package dev.kilter.job.operator;

/** Lets batches be scored, one at a time: by the task itself, or by a thread beside it. */
interface BatchRunner extends AutoCloseable {

  /** Begins to score a batch; the one before must have arrived. */
  void start(PendingBatch batch);

  /** Whether the batch that was started last is still being scored. */
  boolean isBusy();

  /**
   * Comes back when the batch that was started last has been scored.
   *
   * @throws Exception what scoring it has thrown
   */
  void await() throws Exception;

  /** Comes back when nothing is being scored any more; safe to do twice. */
  @Override
  void close();
}
