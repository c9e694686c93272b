package dev.kilter.tools.recording.csv;

import dev.kilter.tools.recording.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins labelled rows to stretches of time, by entity. A stretch goes from its first row to the
 * next row that is not labelled; at the end of the file, one row's distance past the last.
 */
final class LabelRuns {
  private final String kind;
  private final Map<String, Run> runs = new HashMap<>();
  private final List<Label> labels = new ArrayList<>();

  LabelRuns(String kind) {
    this.kind = kind;
  }

  void add(String entity, Instant time, boolean labelled) {
    Run before = runs.getOrDefault(entity, new Run(null, time, Duration.ofMillis(1)));
    Duration step = Duration.between(before.last(), time);
    Duration distance = step.isZero() || step.isNegative() ? before.distance() : step;
    if (!labelled) {
      end(entity, before, time);
    }
    Instant from = !labelled ? null : before.from() == null ? time : before.from();
    runs.put(entity, new Run(from, time, distance));
  }

  /** All of them, by their beginning. */
  List<Label> labels() {
    runs.forEach((entity, run) -> end(entity, run, run.last().plus(run.distance())));
    runs.clear();
    labels.sort(Comparator.comparing(Label::from).thenComparing(Label::entity));
    return List.copyOf(labels);
  }

  private void end(String entity, Run run, Instant to) {
    if (run.from() != null && run.from().isBefore(to)) {
      labels.add(new Label(entity, run.from(), to, kind));
    }
  }

  /** Where an entity stands: since when it is labelled (or null), and its last two rows. */
  private record Run(Instant from, Instant last, Duration distance) {}
}
