package dev.kilter.job.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionFateTest {
  private static final PendingTransaction PENDING = new PendingTransaction("p-alerts-0-7", 40, 3);

  @ParameterizedTest
  @CsvSource({
    "ONGOING, 40, 3, OPEN",
    "ONGOING, 40, 4, UNKNOWN",
    "ONGOING, 41, 3, UNKNOWN",
    "PREPARE_COMMIT, 40, 3, COMMITTED",
    "COMPLETE_COMMIT, 40, 3, COMMITTED",
    "COMPLETE_COMMIT, 40, 4, COMMITTED",
    "COMPLETE_COMMIT, 40, 5, UNKNOWN",
    "COMPLETE_COMMIT, 41, 0, UNKNOWN",
    "PREPARE_ABORT, 40, 4, LOST",
    "COMPLETE_ABORT, 40, 4, LOST",
    "PREPARE_EPOCH_FENCE, 40, 4, LOST",
    "EMPTY, 40, 4, UNKNOWN",
    "UNKNOWN, 40, 3, UNKNOWN",
  })
  void isWhatKafkaSaysOfThisTransactionAndNoOther(
      TransactionState state, long producerId, int epoch, TransactionFate fate) {
    assertThat(
            TransactionFate.of(
                PENDING,
                new TransactionDescription(
                    1, state, producerId, epoch, 60_000, OptionalLong.empty(), Set.of())))
        .isEqualTo(fate);
  }
}
