package dev.kilter.tools.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

class OffsetLedgerTest {
  private final OffsetLedger ledger = new OffsetLedger();

  @Test
  void anotherRunGoesOnAtTheFirstThatIsNotDoneWith() {
    take(5, 6, 9);
    done(6);
    assertThat(ledger.toCommit()).isEqualTo(committed(5));
    done(5);
    assertThat(ledger.toCommit()).isEqualTo(committed(9));
    done(9);
    assertThat(ledger.toCommit()).isEqualTo(committed(10));
  }

  @Test
  void whatWasCommittedIsNotCommittedAgain() {
    take(5);
    done(5);
    ledger.committed(ledger.toCommit());
    assertThat(ledger.toCommit()).isEmpty();
    take(6);
    assertThat(ledger.toCommit()).isEmpty();
    done(6);
    assertThat(ledger.toCommit()).isEqualTo(committed(7));
  }

  @Test
  void itIsClearWhenAllIsDoneWith() {
    assertThat(ledger.isClear()).isTrue();
    take(5, 6);
    done(6);
    assertThat(ledger.isClear()).isFalse();
    done(5);
    assertThat(ledger.isClear()).isTrue();
  }

  @Test
  void howFarReadingIsAheadCountsFromTheFirstThatIsNotDoneWith() {
    assertThat(ledger.ahead(Notices.PARTITION)).isZero();
    take(5, 6, 7);
    done(6);
    assertThat(ledger.ahead(Notices.PARTITION)).isEqualTo(3);
    done(5);
    assertThat(ledger.ahead(Notices.PARTITION)).isEqualTo(1);
  }

  @Test
  void ofAPartitionThatWasForgottenNothingIsCommitted() {
    take(5);
    ledger.forget(Set.of(Notices.PARTITION));
    done(5);
    assertThat(ledger.toCommit()).isEmpty();
  }

  private void take(long... offsets) {
    for (long offset : offsets) {
      ledger.taken(Notices.record(offset, ""));
    }
  }

  private void done(long offset) {
    ledger.done(Notices.record(offset, ""));
  }

  private static Map<?, ?> committed(long offset) {
    return Map.of(Notices.PARTITION, new OffsetAndMetadata(offset));
  }
}
