package dev.kilter.job.operator;

import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelRunException;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The scorers of a task: one for each bundle, found by detector. Owns their native sessions. */
final class Scorers implements AutoCloseable {
  private final Map<String, SequenceScorer> byDetector = new HashMap<>();
  private final Map<String, SequenceScorer> byPlace = new LinkedHashMap<>();

  private Scorers() {}

  static Scorers open(Map<String, ModelBundle> bundles) {
    Scorers scorers = new Scorers();
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

  /** Scores a batch of any detectors; the order stays, and what has no sequence passes through. */
  List<Envelope<Score>> score(List<Envelope<Sequence>> batch) throws ModelRunException {
    List<Optional<Score>> scores = new ArrayList<>(Collections.nCopies(batch.size(), null));
    for (Map.Entry<SequenceScorer, List<Integer>> share : shares(batch).entrySet()) {
      List<Integer> places = share.getValue();
      List<Sequence> sequences = places.stream().map(place -> sequence(batch.get(place))).toList();
      List<Optional<Score>> scored = share.getKey().score(sequences);
      for (int i = 0; i < places.size(); i++) {
        scores.set(places.get(i), scored.get(i));
      }
    }
    return IntStream.range(0, batch.size())
        .mapToObj(place -> scored(batch.get(place), scores.get(place)))
        .toList();
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

  private static Sequence sequence(Envelope<Sequence> envelope) {
    return ((Envelope.Judgeable<Sequence>) envelope).content();
  }

  private static Envelope<Score> scored(Envelope<Sequence> envelope, Optional<Score> score) {
    if (envelope instanceof Envelope.Judgeable<Sequence> && score.isEmpty()) {
      return new Envelope.NotJudged<>(
          envelope.subject(), envelope.timeMillis(), "the model gave no number");
    }
    return envelope.map(sequence -> score.orElseThrow());
  }
}
