package dev.kilter.job.restore;

import dev.kilter.UserError;
import dev.kilter.job.config.DeliveryConfig;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.kafka.KafkaAdmin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTransactionsResult;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, before a pipeline goes on from saved state, whether Kafka still has the transactions that
 * the state is to commit. Without a look what was in them is lost, and nobody is told.
 */
public final class RestoreCheck {
  private static final Logger LOG = LoggerFactory.getLogger(RestoreCheck.class);

  private final DeliveryConfig delivery;
  private final RestoreWords words;
  private final KafkaAdmin admin;
  private final boolean perhapsAgain;

  private RestoreCheck(PipelineConfig pipeline, String place, boolean perhapsAgain) {
    this.delivery = pipeline.delivery();
    this.perhapsAgain = perhapsAgain;
    this.words = new RestoreWords(pipeline, place);
    this.admin = new KafkaAdmin(pipeline.kafka());
  }

  /**
   * Looks at the state that Flink is told to go on from, if it is.
   *
   * @param flink what Flink is told
   * @throws UserError saying what is lost and from when, unless the pipeline file accepts it
   */
  public static void check(PipelineConfig pipeline, ReadableConfig flink) {
    flink
        .getOptional(StateRecoveryOptions.SAVEPOINT_PATH)
        .ifPresent(place -> new RestoreCheck(pipeline, place, perhapsAgain(flink)).check(place));
  }

  /**
   * Where another job manager may take over, an application's main is run again then, with the
   * savepoint of its first start: it may be gone by now, and Kafka may have forgotten its
   * transactions. Such an application has a fixed job id.
   */
  private static boolean perhapsAgain(ReadableConfig flink) {
    return !"NONE".equalsIgnoreCase(flink.get(HighAvailabilityOptions.HA_MODE))
        && flink.getOptional(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID).isPresent();
  }

  private void check(String place) {
    SavedState state;
    try {
      state = SavedState.read(place);
    } catch (IOException | IllegalArgumentException e) {
      refuseUnread(e);
      return;
    }
    if (!state.pending().isEmpty()) {
      judge(state);
    }
  }

  private void judge(SavedState state) {
    Map<TransactionFate, List<PendingTransaction>> fates = admin.ask(asked -> fates(state, asked));
    String refusal = words.refusal(state, fates);
    if (refusal == null) {
      return;
    }
    boolean accepted =
        delivery.acceptLossUntil() != null && !state.time().isAfter(delivery.acceptLossUntil());
    if (!accepted) {
      throw new UserError(refusal);
    }
    LOG.warn("Accepted by delivery.accept-loss-until: {}", refusal);
  }

  /** At least once nothing waits for a commit, unless the state is of a pipeline that was exact. */
  private void refuseUnread(Exception cause) {
    if (delivery.exactlyOnce() && delivery.acceptLossUntil() == null && !perhapsAgain) {
      throw new UserError(words.unread(cause), cause);
    }
    LOG.warn("Not checked for lost transactions: {}", words.unread(cause));
  }

  private Map<TransactionFate, List<PendingTransaction>> fates(SavedState state, Admin asked)
      throws ExecutionException, InterruptedException {
    Map<TransactionFate, List<PendingTransaction>> fates = new EnumMap<>(TransactionFate.class);
    DescribeTransactionsResult said =
        asked.describeTransactions(state.pending().stream().map(PendingTransaction::id).toList());
    for (PendingTransaction pending : state.pending()) {
      TransactionFate fate = fate(pending, said);
      if (fate == TransactionFate.UNKNOWN && (state.stopped() || perhapsAgain)) {
        fate = TransactionFate.COMMITTED;
        warnUnlessStopped(pending, state);
      }
      fates.computeIfAbsent(fate, any -> new ArrayList<>()).add(pending);
    }
    return fates;
  }

  private static void warnUnlessStopped(PendingTransaction pending, SavedState state) {
    if (!state.stopped()) {
      LOG.warn(
          "Kafka knows the transaction {} no more, which the state of {} is to commit. It is taken to"
              + " be committed, since this may be another job manager that takes over. If the"
              + " application is started for the first time, what is in it is lost.",
          pending.id(),
          state.time());
    }
  }

  private static TransactionFate fate(PendingTransaction pending, DescribeTransactionsResult said)
      throws ExecutionException, InterruptedException {
    try {
      return TransactionFate.of(pending, said.description(pending.id()).get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TransactionalIdNotFoundException) {
        return TransactionFate.UNKNOWN;
      }
      throw e;
    }
  }
}
