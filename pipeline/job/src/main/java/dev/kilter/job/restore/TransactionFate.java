package dev.kilter.job.restore;

import org.apache.kafka.clients.admin.TransactionDescription;

/** What has become of a transaction since the state was saved that is to commit it. */
enum TransactionFate {
  /** It can still be committed. */
  OPEN,
  /** It was committed meanwhile. */
  COMMITTED,
  /** Kafka has ended it: what is in it is seen by nobody who reads what is committed. */
  LOST,
  /** Kafka knows only of later ones, or of none. */
  UNKNOWN;

  /**
   * Looks at what Kafka says of the id now. To end a transaction may raise the epoch by one.
   *
   * @param now what it says
   */
  static TransactionFate of(PendingTransaction pending, TransactionDescription now) {
    boolean same = now.producerId() == pending.producerId();
    boolean still = same && now.producerEpoch() == pending.epoch();
    boolean ended = same && now.producerEpoch() - pending.epoch() <= 1;
    return switch (now.state()) {
      case ONGOING -> still ? OPEN : UNKNOWN;
      case PREPARE_COMMIT, COMPLETE_COMMIT -> ended ? COMMITTED : UNKNOWN;
      case PREPARE_ABORT, COMPLETE_ABORT, PREPARE_EPOCH_FENCE -> LOST;
      case EMPTY, UNKNOWN -> UNKNOWN;
    };
  }
}
