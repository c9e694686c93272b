package dev.kilter.bench.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** A forest knows what came before, and nothing else. */
class ForestScoresTest {
  private static final Path FILE = Path.of("rows.csv");

  private final Random random = new Random(3);
  private final ForestScores forest = new ForestScores(FILE, 1);

  @Test
  void saysNothingWhileItIsYoung() {
    assertThat(usualRows(forest, 60)).containsOnly(0);
  }

  @Test
  void findsARowUnlikeAllBefore() {
    double[] usual = usualRows(forest, 400);
    double odd = forest.next("5,-5");
    assertThat(odd).isGreaterThan(DoubleStream.of(usual).skip(200).max().orElseThrow());
  }

  @Test
  void findsRowsThatOnlyTogetherAreUnlikeAllBefore() {
    ForestScores together = new ForestScores(FILE, 4);
    double[] usual = DoubleStream.generate(() -> wave(together)).limit(400).toArray();
    DoubleStream stuck = DoubleStream.generate(() -> together.next("1,0")).limit(4);
    assertThat(stuck.max().orElseThrow())
        .isGreaterThan(DoubleStream.of(usual).skip(200).max().orElseThrow());
  }

  @Test
  void refusesARowThatIsShorterThanTheFirst() {
    forest.next("1,2");
    assertThatThrownBy(() -> forest.next("1"))
        .isInstanceOf(UserError.class)
        .hasMessage("rows.csv:2 has 1 numbers; the first line has 2");
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> forest.next("1,speed"))
        .isInstanceOf(UserError.class)
        .hasMessage("rows.csv:1: \"speed\" is not a number; a line is numbers separated by commas");
    assertThatThrownBy(() -> forest.next("NaN")).hasMessageContaining("rows.csv:2: \"NaN\"");
  }

  private double[] usualRows(ForestScores learning, int count) {
    return DoubleStream.generate(
            () -> learning.next(random.nextGaussian() + "," + random.nextGaussian()))
        .limit(count)
        .toArray();
  }

  private int row;

  private double wave(ForestScores learning) {
    row++;
    return learning.next((row % 2) + "," + random.nextGaussian() / 100);
  }
}
