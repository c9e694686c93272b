package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateArraysTest {
  private final StateArrays arrays = new StateArrays();

  @Test
  void whatABatchBeganWithStaysUntilTheBatchAfterNext() {
    float[] kept = {1, 2};
    arrays.turn();
    float[] first = arrays.goingOnFrom(kept, 2);
    first[0] = 7;
    arrays.turn();
    float[] second = arrays.goingOnFrom(first, 2);
    second[0] = 8;

    assertThat(kept).containsExactly(1, 2);
    assertThat(first).containsExactly(7, 2);
  }

  @Test
  void thenItIsUsedAgain() {
    float[] kept = {1, 2};
    arrays.turn();
    float[] first = arrays.goingOnFrom(kept, 2);
    arrays.turn();
    float[] second = arrays.goingOnFrom(first, 2);
    arrays.turn();

    assertThat(arrays.goingOnFrom(second, 2)).isSameAs(kept);
  }

  @Test
  void aHistoryThatBeginsHasZeros() {
    assertThat(arrays.goingOnFrom(new float[0], 3)).containsExactly(0, 0, 0);
  }

  @Test
  void anArrayOfAnotherSizeIsNotUsed() {
    arrays.turn();
    arrays.goingOnFrom(new float[] {1, 2, 3}, 3);
    arrays.turn();
    arrays.turn();

    assertThat(arrays.goingOnFrom(new float[] {4, 5}, 2)).containsExactly(4, 5);
  }
}
