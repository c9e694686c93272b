package dev.kilter.sequence;

import java.util.ArrayList;
import java.util.List;

/** The offsets of one partition, both ends included, between which some rows came in. */
public record OffsetRange(int partition, long first, long last) {

  /** The range of a single record. */
  public static OffsetRange of(int partition, long offset) {
    return new OffsetRange(partition, offset, offset);
  }

  /** The smallest ranges, one per partition and in their order, that hold all of these. */
  public static List<OffsetRange> merge(List<OffsetRange> left, List<OffsetRange> right) {
    if (left.isEmpty()) {
      return right;
    }
    List<OffsetRange> merged = new ArrayList<>(left);
    right.forEach(range -> add(merged, range));
    return merged;
  }

  private static void add(List<OffsetRange> ranges, OffsetRange added) {
    for (int i = 0; i < ranges.size(); i++) {
      OffsetRange here = ranges.get(i);
      if (here.partition == added.partition) {
        ranges.set(i, here.with(added));
        return;
      }
      if (here.partition > added.partition) {
        ranges.add(i, added);
        return;
      }
    }
    ranges.add(added);
  }

  /** The smallest range of the same partition that holds both. */
  OffsetRange with(OffsetRange other) {
    if (first <= other.first && last >= other.last) {
      return this;
    }
    return new OffsetRange(partition, Math.min(first, other.first), Math.max(last, other.last));
  }
}
