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
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.TypeExtractor;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thresholds as they are kept for each entity, at their largest. */
class ThresholdStateTypeTest {
  private static final int KILOBYTE = 1024;
  private static final ThresholdBounds WIDEST = ThresholdBounds.of(4, 0.1, 10, "ae/1");

  private final TypeSerializer<ThresholdState> serializer =
      TypeExtractor.getForClass(ThresholdState.class).createSerializer(new SerializerConfigImpl());

  static List<ThresholdState> states() {
    return List.of(
        ThresholdState.begin(),
        seen(new AdaptiveThreshold(WIDEST, 0.999, 1, 100, 1000)),
        seen(new PeaksOverThreshold(WIDEST, 0.8, 1e-4, 200)));
  }

  @Test
  void isWrittenFieldByFieldAndNotByKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(ThresholdState.class);
  }

  @ParameterizedTest
  @MethodSource("states")
  void isReadBack(ThresholdState state) throws IOException {
    byte[] bytes = Format.written(serializer, state);
    Comparison.assertSame(serializer.deserialize(new DataInputDeserializer(bytes)), state);
    Comparison.assertSame(serializer.copy(state), state);
  }

  @ParameterizedTest
  @MethodSource("states")
  void isAtMostAKilobyte(ThresholdState state) throws IOException {
    assertThat(Format.written(serializer, state)).hasSizeLessThanOrEqualTo(KILOBYTE);
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
