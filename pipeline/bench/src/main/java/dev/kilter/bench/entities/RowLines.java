package dev.kilter.bench.entities;

import dev.kilter.bench.endurance.Sample;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells how a run stands after each row. */
final class RowLines implements Consumer<Sample> {
  private static final double MEBIBYTE = 1 << 20;

  private final Consumer<String> out;
  private int row;
  private Sample before = Sample.begin();

  RowLines(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void accept(Sample now) {
    out.accept(
        String.format(
            Locale.ROOT,
            "row %3d  %,9.0f events/s  %.2f cores  heap %,6.0f MiB  process %,6.0f MiB  RocksDB %,7.0f MiB",
            ++row,
            now.perSecond(before),
            now.cores(before),
            now.heapBytes() / MEBIBYTE,
            now.residentBytes() / MEBIBYTE,
            now.diskBytes() / MEBIBYTE));
    before = now;
  }
}
