package dev.kilter.tools.recording.csv;

import dev.kilter.tools.recording.Label;
import java.time.Instant;
import java.util.List;

/** The time from the earliest to the latest of some rows. */
final class Stretch {
  private Instant from = Instant.MAX;
  private Instant to = Instant.MIN;

  void add(Instant time) {
    from = time.isBefore(from) ? time : from;
    to = time.isBefore(to) ? to : time.plusMillis(1);
  }

  /** What of these labels lies within. */
  List<Label> within(List<Label> labels) {
    return labels.stream()
        .filter(label -> label.from().isBefore(to) && from.isBefore(label.to()))
        .map(this::cut)
        .toList();
  }

  private Label cut(Label label) {
    Instant begin = label.from().isBefore(from) ? from : label.from();
    Instant end = label.to().isAfter(to) ? to : label.to();
    return new Label(label.entity(), begin, end, label.kind());
  }
}
