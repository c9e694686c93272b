package dev.kilter.job.restore;

import dev.kilter.job.config.DeliveryConfig;
import dev.kilter.job.config.Durations;
import dev.kilter.job.config.PipelineConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says why a pipeline does not go on from saved state.
 *
 * @param pipeline the pipeline file
 * @param place where the state is
 */
record RestoreWords(PipelineConfig pipeline, String place) {

  /** Why not, what is lost and from when; or null: there is no reason. */
  String refusal(SavedState state, Map<Fate, List<PendingTransaction>> fates) {
    DeliveryConfig delivery = pipeline.delivery();
    String way =
        "To go on all the same, say delivery: {accept-loss-until: %s} in the pipeline file."
            .formatted(state.time());
    if (fates.containsKey(Fate.LOST)) {
      return "Going on from %s would lose %s: what was told there between the checkpoint before (%s earlier, or more) and %s. Kafka has ended these transactions, being older than the transaction-timeout, and those who read what is committed never see what is in them. Start from a state that the pipeline was stopped with, if there is one; kilter replay of the events makes the records again. %s"
          .formatted(
              place,
              counted(fates.get(Fate.LOST)),
              Durations.text(pipeline.checkpoints().interval()),
              state.time(),
              way);
    }
    if (fates.containsKey(Fate.UNKNOWN)) {
      return "Going on from %s may lose %s, of %s and the time since the checkpoint before: Kafka no longer knows whether they were committed. %s"
          .formatted(place, counted(fates.get(Fate.UNKNOWN)), state.time(), way);
    }
    if (fates.containsKey(Fate.OPEN) && !delivery.exactlyOnce()) {
      return "Going on from %s with delivery at-least-once would lose %s, of %s and the time since the checkpoint before: nobody would commit them. Start the pipeline with delivery: exactly-once, stop it with a savepoint, and go on from that. %s"
          .formatted(place, counted(fates.get(Fate.OPEN)), state.time(), way);
    }
    return null;
  }

  /** That nobody can say whether anything is lost. */
  String unread(Exception cause) {
    return "The state at %s cannot be read from here (%s), so nobody can say whether Kafka still has the transactions that it is to commit: start the pipeline where it can be read, such as through the job manager's REST interface, or accept that something may be lost with delivery: {accept-loss-until: TIME} in the pipeline file."
        .formatted(place, cause.getMessage());
  }

  /** As in: 2 transactions of alerts, 1 of scores. */
  private String counted(List<PendingTransaction> transactions) {
    return transactions.stream()
        .collect(Collectors.groupingBy(this::sink, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(sink -> count(sink.getValue()) + " of " + sink.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String count(long transactions) {
    return transactions + (transactions == 1 ? " transaction" : " transactions");
  }

  private String sink(PendingTransaction transaction) {
    String prefix = pipeline.delivery().prefix("");
    String sink = transaction.sink();
    return sink.startsWith(prefix) ? sink.substring(prefix.length()) : sink;
  }
}
