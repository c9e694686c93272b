package dev.kilter.job.operator;

import dev.kilter.event.PerEntity;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ScorerInput;
import dev.kilter.onnx.ScorerOutput;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.score.RecurrentState;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Scores batches: each sequence with the model that its detector has for its entity. */
final class Scorers implements AutoCloseable {
  private final Map<String, PerEntity<ModelBundle>> bundles;
  private final LoadedModels models;
  private final RecurrentMemory memory;
  private final Set<String> carrying;

  private Scorers(
      Map<String, PerEntity<ModelBundle>> bundles, LoadedModels models, RecurrentMemory memory) {
    this.bundles = bundles;
    this.models = models;
    this.memory = memory;
    this.carrying =
        bundles.keySet().stream()
            .filter(detector -> bundles.get(detector).all().anyMatch(Scorers::carriesState))
            .collect(Collectors.toSet());
  }

  /** Scorers with these bundles by detector; what is one for all entities is loaded at once. */
  static Scorers open(
      Map<String, PerEntity<ModelBundle>> bundles, LoadedModels models, RecurrentMemory memory) {
    for (PerEntity<ModelBundle> each : bundles.values()) {
      if (each.own().isEmpty()) {
        models.of(each.others());
      }
    }
    return new Scorers(bundles, models, memory);
  }

  /** Whether any of the detector's models carries state from row to row. */
  boolean carryState(String detector) {
    return carrying.contains(detector);
  }

  private static boolean carriesState(ModelBundle bundle) {
    return bundle.contract().carriesState();
  }

  /** Scores a batch of any detectors; the order stays, and what has no sequence passes through. */
  List<Scoring> score(List<Envelope<Sequence>> batch) throws Exception {
    List<Scoring> scorings =
        new ArrayList<>(Collections.nCopies(batch.size(), new Scoring.PassedOn()));
    for (Share share : shares(batch)) {
      SequenceScorer scorer = models.of(share.bundle);
      for (List<Integer> round : rounds(scorer, share.places, batch)) {
        score(scorer, round, batch, scorings);
      }
    }
    return scorings;
  }

  @Override
  public void close() {
    models.close();
  }

  /** Which places in a batch hold sequences for a model. */
  private record Share(ModelBundle bundle, List<Integer> places) {
    static Share begin(ModelBundle bundle) {
      return new Share(bundle, new ArrayList<>());
    }
  }

  private Collection<Share> shares(List<Envelope<Sequence>> batch) {
    Map<String, Share> shares = new LinkedHashMap<>();
    for (int place = 0; place < batch.size(); place++) {
      Envelope<Sequence> envelope = batch.get(place);
      if (envelope instanceof Envelope.Judgeable<Sequence>) {
        ModelBundle bundle = bundles.get(envelope.detector()).of(envelope.entity());
        shares.computeIfAbsent(bundle.place(), first -> Share.begin(bundle)).places.add(place);
      }
    }
    return shares.values();
  }

  /** Where a row goes on from the one before, the two cannot go together. */
  private static List<List<Integer>> rounds(
      SequenceScorer scorer, List<Integer> places, List<Envelope<Sequence>> batch) {
    if (!scorer.contract().carriesState()) {
      return List.of(places);
    }
    List<List<Integer>> rounds = new ArrayList<>();
    Map<Subject, Integer> taken = new HashMap<>();
    for (int place : places) {
      int round = taken.merge(batch.get(place).subject(), 1, Integer::sum) - 1;
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(place);
    }
    return rounds;
  }

  private void score(
      SequenceScorer scorer,
      List<Integer> places,
      List<Envelope<Sequence>> batch,
      List<Scoring> scorings)
      throws Exception {
    List<RecurrentState> states = new ArrayList<>(places.size());
    List<ScorerInput> inputs = new ArrayList<>(places.size());
    for (int place : places) {
      RecurrentState state = recall(scorer, batch.get(place).subject());
      states.add(state);
      inputs.add(new ScorerInput(sequence(batch.get(place)), state.values()));
    }
    List<ScorerOutput> outputs = scorer.advance(inputs);
    for (int index = 0; index < outputs.size(); index++) {
      Subject subject = batch.get(places.get(index)).subject();
      Scoring scoring = take(scorer, subject, states.get(index), outputs.get(index));
      scorings.set(places.get(index), scoring);
    }
  }

  private RecurrentState recall(SequenceScorer scorer, Subject subject) throws Exception {
    return scorer.contract().carriesState() ? memory.recall(subject) : RecurrentState.begin();
  }

  private Scoring take(
      SequenceScorer scorer, Subject subject, RecurrentState before, ScorerOutput output)
      throws Exception {
    if (output.score().isEmpty()) {
      return new Scoring.NoNumber();
    }
    int warmUp = scorer.contract().sequence().rowsToWarmUp();
    if (scorer.contract().carriesState()) {
      memory.keep(subject, before.next(output.state()));
    }
    return before.rows() < warmUp
        ? new Scoring.WarmingUp(before.rows() + 1, warmUp + 1)
        : new Scoring.Scored(output.score().get());
  }

  private static Sequence sequence(Envelope<Sequence> envelope) {
    return ((Envelope.Judgeable<Sequence>) envelope).content();
  }
}
