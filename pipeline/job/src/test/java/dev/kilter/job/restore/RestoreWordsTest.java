package dev.kilter.job.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.config.PipelineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told of state that cannot be gone on from without a loss. */
class RestoreWordsTest {
  private static final SavedState STATE =
      new SavedState(Instant.parse("2026-03-01T12:00:00Z"), false, List.of());
  private static final String FROM =
      "Going on from s3://state/1, with what was told between the checkpoint before (10s earlier, or"
          + " more) and 2026-03-01T12:00:00Z, ";

  @TempDir private Path folder;

  @Test
  void whatIsLostIsSaidWithItsSinksAndItsTime() throws IOException {
    assertThat(
            words("exactly-once")
                .refusal(
                    STATE,
                    Map.of(
                        TransactionFate.LOST,
                        List.of(transaction("alerts", 0), transaction("alerts", 1), other()),
                        TransactionFate.OPEN,
                        List.of(transaction("scores", 0)))))
        .startsWith(
            FROM
                + "would lose 2 transactions of alerts, 1 transaction of elsewhere: Kafka has ended"
                + " them, being older than the transaction-timeout, and those who read what is"
                + " committed never see what is in them. Start from")
        .endsWith(
            "To go on all the same, say delivery: {guarantee: exactly-once, accept-loss-until:"
                + " 2026-03-01T12:00:00Z} in the pipeline file.");
  }

  @Test
  void whatNobodyCanTellAnyMoreIsSaidAsThat() throws IOException {
    assertThat(
            words("exactly-once")
                .refusal(STATE, Map.of(TransactionFate.UNKNOWN, List.of(transaction("late", 0)))))
        .startsWith(
            FROM
                + "may lose 1 transaction of late: Kafka no longer knows whether they were committed."
                + " Start from");
  }

  @Test
  void whatIsOpenIsLostOnlyWhereNobodyCommits() throws IOException {
    Map<TransactionFate, List<PendingTransaction>> open =
        Map.of(TransactionFate.OPEN, List.of(transaction("alerts", 0)));
    assertThat(words("exactly-once").refusal(STATE, open)).isNull();
    assertThat(words("at-least-once").refusal(STATE, open))
        .startsWith(
            FROM + "would lose 1 transaction of alerts: they wait to be committed, and with")
        .contains("go on with exactly-once");
  }

  @Test
  void whatIsCommittedIsNoReason() throws IOException {
    assertThat(
            words("exactly-once")
                .refusal(
                    STATE, Map.of(TransactionFate.COMMITTED, List.of(transaction("alerts", 0)))))
        .isNull();
  }

  private RestoreWords words(String delivery) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("pumps.yaml"),
            """
            name: pumps
            kafka: {bootstrap: "localhost:9092", events: e, alerts: a, dead-letters: d}
            channels: {temperature: {}}
            detectors: [{id: pumps, model: flat/1}]
            delivery: %s
            """
                .formatted(delivery));
    return new RestoreWords(PipelineConfig.load(file, Map.of()), "s3://state/1");
  }

  private static PendingTransaction transaction(String sink, int task) {
    return new PendingTransaction("kilter-pumps-" + sink + "-" + task + "-7", 1, 0);
  }

  private static PendingTransaction other() {
    return new PendingTransaction("elsewhere-0-7", 1, 0);
  }
}
