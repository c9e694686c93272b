package dev.kilter.rig.leak;

import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.ModelRunException;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;

/** Loads a bundle in this process, scores with it, and lets it go, again and again. */
final class LoadedModels {
  private static final int BATCH = 32;
  private static final int MEASUREMENTS = 40;

  private final ModelBundle bundle;
  private final List<Sequence> batch;

  /** Of one bundle. */
  LoadedModels(Path folder) {
    bundle = ModelBundle.read(folder);
    batch = Collections.nCopies(BATCH, madeUp(bundle.contract()));
  }

  private static Sequence madeUp(ModelContract contract) {
    int channels = contract.channels().size();
    int values = contract.rowsToShow() * channels;
    boolean[] mask = new boolean[values];
    Arrays.fill(mask, true);
    return new Sequence(
        Subject.of("any", "any"), 0, 1, new float[values], mask, channels, List.of());
  }

  /**
   * Loads it so often, and scores so many sequences, in equal parts each time.
   *
   * @param done is told how often it was loaded, now and then
   * @return what was left in this process then
   */
  Leftovers run(int loads, int scorings, IntConsumer done) throws Exception {
    int batches = (int) Math.ceil((double) scorings / loads / BATCH);
    List<ProcessMemory> left = new ArrayList<>();
    for (int load = 1; load <= loads; load++) {
      loadAndScore(batches);
      if (load * MEASUREMENTS / loads > left.size()) {
        left.add(ProcessMemory.of(ProcessHandle.current().pid()));
        done.accept(load);
      }
    }
    return new Leftovers(left);
  }

  private void loadAndScore(int batches) throws ModelRunException {
    try (SequenceScorer scorer = SequenceScorer.open(bundle)) {
      for (int time = 0; time < batches; time++) {
        scorer.score(batch);
      }
    }
  }
}
