package dev.kilter.bench.streams;

/** Where scores go. */
@FunctionalInterface
public interface ScoreSink {

  /**
   * Takes the raw score of one sequence.
   *
   * @param number the number of its newest event
   */
  void accept(long number, double score);
}
