package dev.kilter.job.operator;

import dev.kilter.event.PerEntity;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ScoringBatch;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Scores what waits: each sequence with the model that its detector has for its entity. */
final class Scorers {
  private static final float[] NO_STATE = {};

  private final Map<String, PerEntity<ModelBundle>> bundles;
  private final LoadedModels models;
  private final Set<String> carrying;
  private final Set<String> carryingPlaces;
  private final ScoringBatch batch = new ScoringBatch();
  private final RecurrentRounds rounds;
  private final NetworkRuns runs;

  private Scorers(
      Map<String, PerEntity<ModelBundle>> bundles,
      LoadedModels models,
      RecurrentMemory memory,
      NetworkRuns runs) {
    this.runs = runs;
    this.bundles = bundles;
    this.models = models;
    this.rounds = new RecurrentRounds(memory, runs);
    this.carryingPlaces =
        bundles.values().stream()
            .flatMap(PerEntity::all)
            .filter(bundle -> bundle.contract().carriesState())
            .map(ModelBundle::place)
            .collect(Collectors.toSet());
    this.carrying =
        bundles.keySet().stream()
            .filter(detector -> bundles.get(detector).all().anyMatch(this::carriesState))
            .collect(Collectors.toSet());
  }

  /**
   * Scorers with these bundles by detector; what is one for all entities is loaded at once, and of
   * others one where a GPU is to be tried: that it cannot be had shows at the start.
   */
  static Scorers open(
      Map<String, PerEntity<ModelBundle>> bundles,
      LoadedModels models,
      RecurrentMemory memory,
      NetworkRuns runs) {
    for (PerEntity<ModelBundle> each : bundles.values()) {
      if (each.own().isEmpty()) {
        models.of(each.others());
      } else if (models.wantCuda()) {
        models.of(each.own().values().iterator().next());
      }
    }
    return new Scorers(bundles, models, memory, runs);
  }

  /** Whether any of the detector's models carries state from row to row. */
  boolean carryState(String detector) {
    return carrying.contains(detector);
  }

  private boolean carriesState(ModelBundle bundle) {
    return carryingPlaces.contains(bundle.place());
  }

  /** The model that the detector has for the entity. */
  ModelBundle bundle(Envelope<?> envelope) {
    return bundles.get(envelope.detector()).of(envelope.entity());
  }

  /** Reads what models carry into the rows that wait. */
  void recall(PendingBatch pending) throws Exception {
    rounds.turn();
    for (PendingBatch.Share share : pending.shares()) {
      if (carriesState(share.bundle())) {
        rounds.recall(share, pending);
      }
    }
  }

  /** Scores all sequences that wait, whatever thread this is. */
  void score(PendingBatch pending) {
    for (PendingBatch.Share share : pending.shares()) {
      if (share.size() == 0) {
        continue;
      }
      SequenceScorer scorer = models.of(share.bundle());
      runs.metrics(scorer.contract()).waited(pending.waitedMillis(share));
      if (carriesState(share.bundle())) {
        rounds.score(scorer, share, pending);
      } else if (runs.suspectAny(scorer.contract(), share, pending)) {
        scoreAlone(scorer, share, pending);
      } else {
        score(scorer, share, pending);
      }
    }
  }

  /** Keeps what models carry out of the rows that waited. */
  void keep(PendingBatch pending) throws Exception {
    for (PendingBatch.Share share : pending.shares()) {
      rounds.keep(share);
    }
  }

  /** Each by itself, but for those that are set aside; an entity's keep their order. */
  private void scoreAlone(SequenceScorer scorer, PendingBatch.Share share, PendingBatch pending) {
    for (int index = 0; index < share.size(); index++) {
      int place = share.place(index);
      Scoring aside = runs.aside(scorer.contract(), pending.sequence(place));
      if (aside == null) {
        batch.clear();
        batch.add(pending.sequence(place), NO_STATE);
        runs.score(scorer, batch);
        take(pending, place, 0);
      } else {
        pending.take(place, aside);
      }
    }
  }

  private void score(SequenceScorer scorer, PendingBatch.Share share, PendingBatch pending) {
    int most = scorer.mostAtOnce();
    for (int from = 0; from < share.size(); from += most) {
      int size = Math.min(most, share.size() - from);
      batch.clear();
      for (int index = 0; index < size; index++) {
        batch.add(pending.sequence(share.place(from + index)), NO_STATE);
      }
      runs.score(scorer, batch);
      for (int index = 0; index < size; index++) {
        take(pending, share.place(from + index), index);
      }
    }
  }

  private void take(PendingBatch pending, int place, int index) {
    Score score = batch.scoreOrNull(index);
    if (score == null) {
      pending.take(place, Scoring.withoutScore(batch, index));
    } else {
      pending.take(place, score);
    }
  }
}
