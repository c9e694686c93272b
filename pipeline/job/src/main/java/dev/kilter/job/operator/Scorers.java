package dev.kilter.job.operator;

import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelRunException;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Map<SequenceScorer, List<Sequence>> sequences = new LinkedHashMap<>();
    for (Envelope<Sequence> envelope : batch) {
      if (envelope instanceof Envelope.Judgeable<Sequence> judgeable) {
        SequenceScorer scorer = byDetector.get(envelope.detector());
        sequences.computeIfAbsent(scorer, s -> new ArrayList<>()).add(judgeable.content());
      }
    }
    Map<Sequence, Optional<Score>> scores = new IdentityHashMap<>();
    for (Map.Entry<SequenceScorer, List<Sequence>> entry : sequences.entrySet()) {
      List<Optional<Score>> scored = entry.getKey().score(entry.getValue());
      for (int i = 0; i < scored.size(); i++) {
        scores.put(entry.getValue().get(i), scored.get(i));
      }
    }
    return batch.stream().map(envelope -> scored(envelope, scores)).toList();
  }

  @Override
  public void close() {
    byPlace.values().forEach(SequenceScorer::close);
  }

  private static Envelope<Score> scored(
      Envelope<Sequence> envelope, Map<Sequence, Optional<Score>> scores) {
    if (envelope instanceof Envelope.Judgeable<Sequence> judgeable
        && scores.get(judgeable.content()).isEmpty()) {
      return new Envelope.NotJudged<>(
          envelope.detector(),
          envelope.entity(),
          envelope.timeMillis(),
          "the model gave no number");
    }
    return envelope.map(sequence -> scores.get(sequence).orElseThrow());
  }
}
