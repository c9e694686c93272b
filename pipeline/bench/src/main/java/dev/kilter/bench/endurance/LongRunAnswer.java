package dev.kilter.bench.endurance;

import java.util.List;

/**
 * How a long run went.
 *
 * @param samples how it stood on the way
 * @param judged how many sequences were judged
 * @param right how many there had to be
 * @param peakBytes the most of the process that ever was in memory
 */
public record LongRunAnswer(List<Sample> samples, long judged, long right, long peakBytes) {

  /** Whether every sequence was judged once. */
  public boolean allJudged() {
    return judged == right;
  }
}
