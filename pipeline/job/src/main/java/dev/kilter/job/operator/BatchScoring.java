package dev.kilter.job.operator;

/** What is done with a batch on its way; one batch after the other. */
interface BatchScoring {

  /** Reads what is carried into the batch. By the task, as all that touches keyed state. */
  void recall(PendingBatch batch) throws Exception;

  /** Scores the batch. By any thread. */
  void score(PendingBatch batch);

  /** Keeps what is carried out of the batch. By the task. */
  void keep(PendingBatch batch) throws Exception;
}
