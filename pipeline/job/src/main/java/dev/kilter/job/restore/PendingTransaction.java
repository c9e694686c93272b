package dev.kilter.job.restore;

/**
 * A transaction that saved state is to commit once it is gone on from.
 *
 * @param id what the pipeline calls it
 * @param producerId what Kafka calls the one who wrote in it
 * @param epoch how often there was such a one before
 */
record PendingTransaction(String id, long producerId, int epoch) {

  /** The id without the numbers of the task and the checkpoint, which stand at its end. */
  String sink() {
    return id.replaceFirst("-\\d+-\\d+$", "");
  }
}
