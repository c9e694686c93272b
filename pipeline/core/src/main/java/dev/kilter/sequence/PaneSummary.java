package dev.kilter.sequence;

import java.util.List;

/**
 * What all rows of a pane come to together, so that of those that have not changed nobody looks at
 * each row again.
 *
 * @param measured whether every value was measured
 * @param offsets where the rows lie in the events topic
 */
record PaneSummary(boolean measured, List<OffsetRange> offsets) {

  static PaneSummary of(Pane pane) {
    boolean measured = true;
    for (boolean each : pane.mask) {
      measured &= each;
    }
    OffsetSpan span = new OffsetSpan();
    for (List<OffsetRange> origin : pane.origins) {
      span.add(origin);
    }
    return new PaneSummary(measured, span.ranges());
  }
}
