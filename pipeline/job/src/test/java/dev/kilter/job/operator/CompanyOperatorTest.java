package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.Processor;
import dev.kilter.score.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The score stage with trained networks, in batches of every size and in whatever company. */
class CompanyOperatorTest {
  private static final int PUMPS = 64;
  private static final float[] USUAL = {1450, 60, 6, 30, 70, 50, 2, 400};

  @ParameterizedTest
  @ValueSource(strings = {"pump-lstm-ae", "pump-bilstm-ae", "pump-gru-ae"})
  void scoresAreTheSameToTheLastBit(String name) throws Exception {
    ModelBundle bundle = ModelBundle.read(Path.of("../../models/zoo", name, "1"));
    Map<String, float[]> sequences = sequences(bundle.contract().sequence().length());
    Random random = new Random(3);
    Map<String, String> alone = scored(bundle, 1, sequences, random);

    assertThat(alone).hasSize(PUMPS);
    assertThat(alone.values()).doesNotHaveDuplicates();
    for (int maxBatch = 2; maxBatch <= PUMPS; maxBatch++) {
      assertThat(scored(bundle, maxBatch, sequences, random))
          .as("batches of %d", maxBatch)
          .isEqualTo(alone);
    }
  }

  private static Map<String, float[]> sequences(int length) {
    Random random = new Random(5);
    Map<String, float[]> sequences = new TreeMap<>();
    for (int pump = 0; pump < PUMPS; pump++) {
      float[] values = new float[length * USUAL.length];
      for (int at = 0; at < values.length; at++) {
        values[at] = (float) (USUAL[at % USUAL.length] * (1 + 0.05 * random.nextGaussian()));
      }
      sequences.put("pump-" + pump, values);
    }
    return sequences;
  }

  /** In another order each time, so that each has other company. */
  private static Map<String, String> scored(
      ModelBundle bundle, int maxBatch, Map<String, float[]> sequences, Random random)
      throws Exception {
    List<String> pumps = new ArrayList<>(sequences.keySet());
    Collections.shuffle(pumps, random);
    ScoreStage stage = ScoreStage.open(bundle, maxBatch, Processor.CPU);
    for (String pump : pumps) {
      stage.takes(pump, sequences.get(pump));
    }
    Map<String, String> scored = new TreeMap<>();
    stage.passes().scores().forEach((pump, score) -> scored.put(pump, numbers(score)));
    stage.close();
    return scored;
  }

  /** All numbers, which their digits tell from any other. */
  private static String numbers(Score score) {
    return score.raw() + Arrays.toString(score.parts()) + Arrays.toString(score.expected());
  }
}
