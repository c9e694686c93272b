package dev.kilter.job.operator;

/**
 * Scores batches with models, and then classifies what is odd.
 *
 * @param scorers score
 * @param classifiers classify
 */
record ModelScoring(Scorers scorers, Classifiers classifiers) implements BatchScoring {

  @Override
  public void recall(PendingBatch batch) throws Exception {
    scorers.recall(batch);
  }

  @Override
  public void score(PendingBatch batch) {
    scorers.score(batch);
    classifiers.classify(batch);
  }

  @Override
  public void keep(PendingBatch batch) throws Exception {
    scorers.keep(batch);
  }
}
