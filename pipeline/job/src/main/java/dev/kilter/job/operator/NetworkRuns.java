package dev.kilter.job.operator;

import dev.kilter.job.journal.Quarantine;
import dev.kilter.job.journal.Standing;
import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.ModelRunException;
import dev.kilter.onnx.ScoringBatch;
import dev.kilter.onnx.SequenceClassifier;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.sequence.Sequence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs networks: what is in one is noted in the journal while it is, and how it went is measured.
 */
final class NetworkRuns {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkRuns.class);

  /**
   * Of a classifier it is not known how far back it looks: an entity on which it crashes is not
   * shown to it any more.
   */
  private static final long EVER_SINCE = Long.MIN_VALUE;

  private final Quarantine quarantine;
  private final ScoringMetrics metrics;

  NetworkRuns(Quarantine quarantine, ScoringMetrics metrics) {
    this.quarantine = quarantine;
    this.metrics = metrics;
  }

  /** What is measured of a model. */
  ModelMetrics metrics(ModelContract contract) {
    return metrics.of(contract);
  }

  /** Whether anything is known against one of these: then each goes alone, or not at all. */
  boolean suspectAny(ModelContract contract, PendingBatch.Share share, PendingBatch pending) {
    for (int index = 0; index < share.size(); index++) {
      Sequence sequence = pending.sequence(share.place(index));
      if (standing(contract, sequence, sequence.fromMillis()) != Standing.FREE) {
        return true;
      }
    }
    return false;
  }

  /** The same of sequences in these places, on their way to a classifier. */
  boolean suspectAnyToClassify(ModelContract contract, List<Integer> places, PendingBatch pending) {
    for (int place : places) {
      if (standing(contract, pending.sequence(place), EVER_SINCE) != Standing.FREE) {
        return true;
      }
    }
    return false;
  }

  /** What becomes of a sequence that is kept from the network that scores; null where none is. */
  Scoring aside(ModelContract contract, Sequence sequence) {
    return aside(contract, sequence, standing(contract, sequence, sequence.fromMillis()));
  }

  /** Whether a sequence is kept from a classifier. */
  boolean isAsideToClassify(ModelContract contract, Sequence sequence) {
    return aside(contract, sequence, standing(contract, sequence, EVER_SINCE)) != null;
  }

  /** The log says whose it is: the journal does not know. */
  private Scoring aside(ModelContract contract, Sequence sequence, Standing standing) {
    if (!standing.staysAway()) {
      return null;
    }
    quarantine.settle(contract.sha256(), sequence);
    metrics.quarantined();
    String network = contract.name() + "/" + contract.version();
    if (standing == Standing.BEHIND_GUILTY) {
      return new Scoring.BehindQuarantined(network);
    }
    LOG.error(
        "Native code that runs {} crashed twice on the sequence of entity {} for detector {} that"
            + " ends at {} (events {}): it is set aside",
        network,
        sequence.subject().entity(),
        sequence.subject().detector(),
        Instant.ofEpochMilli(sequence.timeMillis()),
        sequence.offsets());
    return new Scoring.Quarantined(network);
  }

  /** Where the network does not run on a batch, each of its sequences is tried alone. */
  void score(SequenceScorer scorer, ScoringBatch batch) {
    ModelContract contract = scorer.contract();
    long begun = System.nanoTime();
    boolean trial =
        batch.size() == 1 && isSuspect(contract, batch.sequence(0), batch.sequence(0).fromMillis());
    quarantine.enter(trial);
    try {
      note(contract, batch, trial);
      scoreOrOneByOne(scorer, batch);
    } finally {
      quarantine.leave();
    }
    if (trial) {
      quarantine.settle(contract.sha256(), batch.sequence(0));
    }
    metrics.of(contract).ran(batch, System.nanoTime() - begun);
  }

  /** What the network does not run on has no class, and its neighbours have one. */
  List<Optional<float[]>> classify(SequenceClassifier classifier, List<Sequence> sequences) {
    ModelContract contract = classifier.contract();
    long begun = System.nanoTime();
    boolean trial = sequences.size() == 1 && isSuspect(contract, sequences.get(0), EVER_SINCE);
    List<Optional<float[]>> found;
    quarantine.enter(trial);
    try {
      note(contract, sequences, trial);
      found = classifyOrOneByOne(classifier, sequences);
    } finally {
      quarantine.leave();
    }
    if (trial) {
      quarantine.settle(contract.sha256(), sequences.get(0));
    }
    int failed = (int) found.stream().filter(Optional::isEmpty).count();
    metrics.of(contract).ran(found.size(), failed, System.nanoTime() - begun);
    return found;
  }

  private boolean isSuspect(ModelContract contract, Sequence sequence, long fromMillis) {
    return standing(contract, sequence, fromMillis) == Standing.SUSPECT;
  }

  private Standing standing(ModelContract contract, Sequence sequence, long fromMillis) {
    return quarantine.standing(contract.sha256(), sequence, fromMillis);
  }

  private void note(ModelContract contract, ScoringBatch batch, boolean trial) {
    long network = quarantine.network(contract.sha256());
    for (int index = 0; index < batch.size(); index++) {
      quarantine.note(network, batch.sequence(index));
    }
    quarantine.seal(trial);
  }

  private void note(ModelContract contract, List<Sequence> sequences, boolean trial) {
    long network = quarantine.network(contract.sha256());
    for (Sequence sequence : sequences) {
      quarantine.note(network, sequence);
    }
    quarantine.seal(trial);
  }

  private static void scoreOrOneByOne(SequenceScorer scorer, ScoringBatch batch) {
    try {
      scorer.score(batch);
    } catch (ModelRunException e) {
      scorer.scoreOneByOne(batch);
    }
  }

  private static List<Optional<float[]>> classifyOrOneByOne(
      SequenceClassifier classifier, List<Sequence> sequences) {
    try {
      return classifier.classify(sequences);
    } catch (ModelRunException e) {
      return sequences.size() == 1
          ? List.of(Optional.empty())
          : sequences.stream()
              .flatMap(sequence -> classifyOrOneByOne(classifier, List.of(sequence)).stream())
              .toList();
    }
  }
}
