package dev.kilter.sequence;

import java.util.List;

/**
 * Gathers where rows lie in the events topic; as long as that is one partition, without garbage.
 */
final class OffsetSpan {
  private boolean any;
  private int partition;
  private long first;
  private long last;
  private List<OffsetRange> several;

  /** Takes where one more row, or several, lie. */
  void add(List<OffsetRange> ranges) {
    if (ranges.isEmpty()) {
      return;
    }
    OffsetRange one = ranges.get(0);
    boolean alike = several == null && ranges.size() == 1 && (!any || one.partition() == partition);
    if (!alike) {
      several = OffsetRange.merge(ranges(), ranges);
      return;
    }
    partition = one.partition();
    first = any ? Math.min(first, one.first()) : one.first();
    last = any ? Math.max(last, one.last()) : one.last();
    any = true;
  }

  /** The smallest ranges, one per partition and in their order, that hold all of these. */
  List<OffsetRange> ranges() {
    if (several != null) {
      return several;
    }
    return any ? List.of(new OffsetRange(partition, first, last)) : List.of();
  }
}
