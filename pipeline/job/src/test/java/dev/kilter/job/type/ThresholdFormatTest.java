package dev.kilter.job.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.score.threshold.AdaptiveThreshold;
import dev.kilter.score.threshold.PeaksOverThreshold;
import dev.kilter.score.threshold.Threshold;
import dev.kilter.score.threshold.ThresholdBounds;
import dev.kilter.score.threshold.ThresholdState;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thresholds as they are kept for each entity, at their largest. */
class ThresholdFormatTest {
  private static final int KILOBYTE = 1024;
  private static final ThresholdBounds WIDEST = ThresholdBounds.of(4, 0.1, 10, "ae/1");

  static List<ThresholdState> states() {
    return List.of(
        ThresholdState.begin(),
        seen(new AdaptiveThreshold(WIDEST, 0.999, 1, 100, 1000)),
        seen(new PeaksOverThreshold(WIDEST, 0.8, 1e-4, 200)));
  }

  @ParameterizedTest
  @MethodSource("states")
  void isReadBack(ThresholdState state) throws IOException {
    Comparison.assertSame(ThresholdFormat.read(new DataInputDeserializer(written(state))), state);
  }

  @ParameterizedTest
  @MethodSource("states")
  void isAtMostAKilobyte(ThresholdState state) throws IOException {
    assertThat(written(state)).hasSizeLessThanOrEqualTo(KILOBYTE);
  }

  private static byte[] written(ThresholdState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(KILOBYTE);
    ThresholdFormat.write(state, out);
    return out.getCopyOfBuffer();
  }

  private static ThresholdState seen(Threshold threshold) {
    Random random = new Random(1);
    ThresholdState state = ThresholdState.begin();
    for (int score = 0; score < 1500; score++) {
      state = threshold.after(state, 1 + random.nextGaussian(), false);
    }
    return state;
  }
}
