package dev.kilter.job.operator;

/**
 * Has the task itself score: on a CPU another thread would only take the core from it.
 *
 * @param scoring what is done
 */
record TaskRunner(BatchScoring scoring) implements BatchRunner {

  @Override
  public void start(PendingBatch batch) {
    scoring.score(batch);
  }

  @Override
  public boolean isBusy() {
    return false;
  }

  @Override
  public void await() {
    // It was scored when it was started.
  }

  @Override
  public void close() {
    // There is nothing that goes on.
  }
}
