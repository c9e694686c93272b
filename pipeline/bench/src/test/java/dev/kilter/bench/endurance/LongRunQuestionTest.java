package dev.kilter.bench.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.onnx.ModelContract.SequenceShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many sequences there must be is known beforehand. */
class LongRunQuestionTest {

  @ParameterizedTest
  @CsvSource({"1, 31, 0", "1, 32, 10", "1, 40, 90", "32, 40, 10", "32, 63, 10", "32, 64, 20"})
  void aMachinesFirstSequenceComesWithItsLastRowAndThenOneEveryStride(
      int stride, long rows, long right) {
    LongRunQuestion run = new LongRunQuestion("model", stride, 10, rows, 1, "heap", 10);
    assertThat(run.rightCount(shape(null))).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"100, 0", "101, 10", "110, 100"})
  void rowsToWarmUpAreNotJudged(long rows, long right) {
    LongRunQuestion run = new LongRunQuestion("model", 1, 10, rows, 1, "heap", 10);
    assertThat(run.rightCount(shape(100))).isEqualTo(right);
  }

  private static SequenceShape shape(Integer warmUp) {
    return new SequenceShape(warmUp == null ? 32 : 1, 1, null, null, null, warmUp);
  }
}
