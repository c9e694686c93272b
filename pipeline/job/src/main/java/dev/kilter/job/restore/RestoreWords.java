package dev.kilter.job.restore;

import dev.kilter.job.config.Durations;
import dev.kilter.job.config.PipelineConfig;
import java.util.ArrayList;
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
  String refusal(SavedState state, Map<TransactionFate, List<PendingTransaction>> fates) {
    List<String> reasons = new ArrayList<>();
    fates.forEach((fate, transactions) -> reasons.addAll(reasons(fate, transactions)));
    return reasons.isEmpty()
        ? null
        : "Going on from %s, with what was told between the checkpoint before (%s earlier, or more)"
                .formatted(place, Durations.text(pipeline.checkpoints().interval()))
            + " and %s, %s. %s".formatted(state.time(), String.join(", and ", reasons), way(state));
  }

  private List<String> reasons(TransactionFate fate, List<PendingTransaction> transactions) {
    String counted = counted(transactions);
    return switch (fate) {
      case LOST ->
          List.of(
              "would lose "
                  + counted
                  + ": Kafka has ended them, being older than the transaction-timeout, and those who"
                  + " read what is committed never see what is in them");
      case UNKNOWN ->
          List.of("may lose " + counted + ": Kafka no longer knows whether they were committed");
      case OPEN ->
          pipeline.delivery().exactlyOnce()
              ? List.of()
              : List.of(
                  "would lose "
                      + counted
                      + ": they wait to be committed, and with delivery at-least-once nobody does"
                      + " that; go on with exactly-once, and change it after a stop with a savepoint");
      case COMMITTED -> List.of();
    };
  }

  private String way(SavedState state) {
    return ("Start from a state that the pipeline was stopped with, if there is one; kilter replay"
            + " of the events makes the records again. To go on all the same, say delivery:"
            + " {guarantee: %s, accept-loss-until: %s} in the pipeline file.")
        .formatted(pipeline.delivery().guarantee().label(), state.time());
  }

  /** That nobody can say whether anything is lost. */
  String unread(Exception cause) {
    return ("The state at %s cannot be read from here (%s), so nobody can say whether Kafka still"
            + " has the transactions that it is to commit: start the pipeline where it can be read,"
            + " such as through the job manager's REST interface, or accept that something may be"
            + " lost with delivery: {guarantee: %s, accept-loss-until: TIME} in the pipeline file.")
        .formatted(place, cause.getMessage(), pipeline.delivery().guarantee().label());
  }

  /** As in: 2 transactions of alerts, 1 transaction of scores. */
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
