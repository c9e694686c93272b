package dev.kilter.job.operator;

import dev.kilter.UserError;
import dev.kilter.onnx.Execution;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.SequenceClassifier;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classifiers of a task: one for each bundle, found by detector. Owns their native sessions.
 */
final class Classifiers implements AutoCloseable {
  private final Map<String, Classification> byDetector;
  private final NetworkRuns runs;
  private final int mostAtOnce;
  private final Map<String, SequenceClassifier> byPlace = new LinkedHashMap<>();

  private Classifiers(Map<String, Classification> byDetector, NetworkRuns runs, int mostAtOnce) {
    this.byDetector = byDetector;
    this.runs = runs;
    this.mostAtOnce = mostAtOnce;
  }

  static Classifiers open(
      Map<String, Classification> byDetector, Execution execution, NetworkRuns runs) {
    Classifiers classifiers = new Classifiers(byDetector, runs, execution.maxBatch());
    try {
      byDetector.values().forEach(each -> classifiers.load(each.bundle(), execution));
    } catch (UserError e) {
      classifiers.close();
      throw e;
    }
    return classifiers;
  }

  private void load(ModelBundle bundle, Execution execution) {
    byPlace.computeIfAbsent(bundle.place(), unseen -> SequenceClassifier.open(bundle, execution));
  }

  /** Puts to the scores of odd sequences what each of them looks like. */
  void classify(PendingBatch batch) {
    if (byDetector.isEmpty()) {
      return;
    }
    for (Map.Entry<String, List<Integer>> share : odd(batch).entrySet()) {
      classify(byPlace.get(share.getKey()), share.getValue(), batch);
    }
  }

  @Override
  public void close() {
    byPlace.values().forEach(SequenceClassifier::close);
  }

  /** Which places in the batch hold odd sequences for the classifier of which place. */
  private Map<String, List<Integer>> odd(PendingBatch batch) {
    Map<String, List<Integer>> shares = new HashMap<>();
    for (int place = 0; place < batch.size(); place++) {
      Classification asked = byDetector.get(batch.envelope(place).detector());
      if (asked != null
          && batch.score(place) != null
          && batch.score(place).raw() > asked.thresholds().of(batch.envelope(place).entity())
          && byPlace.get(asked.bundle().place()).takes(batch.sequence(place))) {
        shares.computeIfAbsent(asked.bundle().place(), unseen -> new ArrayList<>()).add(place);
      }
    }
    return shares;
  }

  private void classify(SequenceClassifier classifier, List<Integer> places, PendingBatch batch) {
    boolean alone = runs.suspectAnyToClassify(classifier.contract(), places, batch);
    List<Integer> asked =
        alone
            ? places.stream()
                .filter(
                    place -> !runs.isAsideToClassify(classifier.contract(), batch.sequence(place)))
                .toList()
            : places;
    int most = alone ? 1 : mostAtOnce;
    for (int from = 0; from < asked.size(); from += most) {
      int to = Math.min(asked.size(), from + most);
      classifyTogether(classifier, asked.subList(from, to), batch);
    }
  }

  /** What has no class is scored all the same. */
  private void classifyTogether(
      SequenceClassifier classifier, List<Integer> places, PendingBatch batch) {
    List<Sequence> sequences = places.stream().map(batch::sequence).toList();
    List<Optional<float[]>> found = runs.classify(classifier, sequences);
    for (int index = 0; index < found.size(); index++) {
      int place = places.get(index);
      if (found.get(index).isPresent()) {
        batch.take(place, batch.score(place).classified(found.get(index).get()));
      }
    }
  }
}
