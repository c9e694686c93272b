package dev.kilter.job.operator;

import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ScorerInput;
import dev.kilter.onnx.ScorerOutput;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.score.RecurrentState;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scorers of a task: one for each bundle, found by detector. Owns their native sessions. */
final class Scorers implements AutoCloseable {
  private final Map<String, SequenceScorer> byDetector = new HashMap<>();
  private final Map<String, SequenceScorer> byPlace = new LinkedHashMap<>();
  private final RecurrentMemory memory;

  private Scorers(RecurrentMemory memory) {
    this.memory = memory;
  }

  static Scorers open(Map<String, ModelBundle> bundles, RecurrentMemory memory) {
    Scorers scorers = new Scorers(memory);
    bundles.forEach(
        (detector, bundle) ->
            scorers.byDetector.put(
                detector,
                scorers.byPlace.computeIfAbsent(
                    bundle.place(), place -> SequenceScorer.open(bundle))));
    return scorers;
  }

  int count() {
    return byPlace.size();
  }

  /** Whether the detector's model carries state from row to row. */
  boolean carryState(String detector) {
    SequenceScorer scorer = byDetector.get(detector);
    return scorer != null && scorer.contract().carriesState();
  }

  /** Scores a batch of any detectors; the order stays, and what has no sequence passes through. */
  List<Scoring> score(List<Envelope<Sequence>> batch) throws Exception {
    List<Scoring> scorings =
        new ArrayList<>(Collections.nCopies(batch.size(), new Scoring.PassedOn()));
    for (Map.Entry<SequenceScorer, List<Integer>> share : shares(batch).entrySet()) {
      for (List<Integer> round : rounds(share.getKey(), share.getValue(), batch)) {
        score(share.getKey(), round, batch, scorings);
      }
    }
    return scorings;
  }

  @Override
  public void close() {
    byPlace.values().forEach(SequenceScorer::close);
  }

  /** Which places in the batch hold sequences for which scorer. */
  private Map<SequenceScorer, List<Integer>> shares(List<Envelope<Sequence>> batch) {
    Map<SequenceScorer, List<Integer>> shares = new LinkedHashMap<>();
    for (int place = 0; place < batch.size(); place++) {
      if (batch.get(place) instanceof Envelope.Judgeable<Sequence>) {
        SequenceScorer scorer = byDetector.get(batch.get(place).detector());
        shares.computeIfAbsent(scorer, unseen -> new ArrayList<>()).add(place);
      }
    }
    return shares;
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
