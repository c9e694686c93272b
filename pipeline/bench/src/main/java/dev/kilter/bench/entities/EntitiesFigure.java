package dev.kilter.bench.entities;

import dev.kilter.bench.endurance.LongRunAnswer;
import dev.kilter.bench.endurance.LongRunQuestion;
import dev.kilter.bench.endurance.Sample;
import java.util.List;

/**
 * What one run came to.
 *
 * @param run what was run
 * @param perSecond events a second over the whole run
 * @param perSecondFull the same over its last part, in which every entity has all the rows that are
 *     kept of it
 * @param cores how many cores it had in that part
 * @param fromRow where that part begins
 * @param answer how it went
 */
record EntitiesFigure(
    LongRunQuestion run,
    double perSecond,
    double perSecondFull,
    double cores,
    long fromRow,
    LongRunAnswer answer) {
  private static final long LENGTH = 32;

  static EntitiesFigure of(LongRunQuestion run, LongRunAnswer answer) {
    List<Sample> samples = answer.samples();
    int rows = samples.size();
    int from = (int) Math.max(0, Math.min(rows - 1, Math.min(LENGTH, rows - run.stride())));
    Sample full = from == 0 ? Sample.begin() : samples.get(from - 1);
    Sample end = samples.get(rows - 1);
    return new EntitiesFigure(
        run, end.perSecond(Sample.begin()), end.perSecond(full), end.cores(full), from + 1, answer);
  }
}
