package dev.kilter.job.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a task knows of sequences that were in a network when a process ended. */
final class Suspicions {
  private static final Logger LOG = LoggerFactory.getLogger(Suspicions.class);

  private final Clock clock;
  private final Set<SequenceMark> suspects = new HashSet<>();
  private final List<Suspected> notes = new ArrayList<>();
  private final Map<Long, List<Guilty>> guilty = new HashMap<>();
  private long earliestMillis = Long.MAX_VALUE;
  private long latestMillis = Long.MIN_VALUE;

  /**
   * A note of several, and those of them that have not yet gone through alone.
   *
   * @param file where it is kept
   * @param left who is left
   */
  private record Suspected(Path file, Set<SequenceMark> left) {}

  /**
   * A sequence that has brought down a process alone.
   *
   * @param file where that is kept
   * @param timeMillis event time of its newest row
   */
  private record Guilty(Path file, long timeMillis) {}

  Suspicions(List<KeptNote> suspected, List<KeptNote> convicted, Clock clock) {
    this.clock = clock;
    suspected.forEach(this::suspect);
    convicted.forEach(this::convict);
  }

  /** Nothing is known. */
  static Suspicions none() {
    return new Suspicions(List.of(), List.of(), Clock.systemUTC());
  }

  private void suspect(KeptNote kept) {
    suspects.addAll(kept.note().sequences());
    notes.add(new Suspected(kept.file(), new HashSet<>(kept.note().sequences())));
    kept.note().sequences().forEach(mark -> widen(mark.timeMillis()));
  }

  private void convict(KeptNote kept) {
    for (SequenceMark mark : kept.note().sequences()) {
      guilty
          .computeIfAbsent(mark.whom(), unseen -> new ArrayList<>())
          .add(new Guilty(kept.file(), mark.timeMillis()));
      widen(mark.timeMillis());
    }
  }

  private void widen(long millis) {
    earliestMillis = Math.min(earliestMillis, millis);
    latestMillis = Math.max(latestMillis, millis);
  }

  /** Whether anything is known of that time: asked of every sequence. */
  boolean mayKnow(long fromMillis, long timeMillis) {
    return timeMillis >= earliestMillis && fromMillis <= latestMillis;
  }

  /**
   * How a sequence stands.
   *
   * @param fromMillis event time of the oldest row that the network looks at
   */
  Standing standing(SequenceMark mark, long fromMillis) {
    Standing standing = suspects.contains(mark) ? Standing.SUSPECT : Standing.FREE;
    for (Guilty each : guilty.getOrDefault(mark.whom(), List.of())) {
      if (each.timeMillis == mark.timeMillis()) {
        remember(each.file);
        return Standing.GUILTY;
      }
      if (each.timeMillis >= fromMillis && each.timeMillis < mark.timeMillis()) {
        standing = Standing.BEHIND_GUILTY;
      }
    }
    return standing;
  }

  /** It has gone through, or never will: it is suspected no more. */
  void settle(SequenceMark mark) {
    if (!suspects.remove(mark)) {
      return;
    }
    for (Iterator<Suspected> each = notes.iterator(); each.hasNext(); ) {
      Suspected note = each.next();
      note.left.remove(mark);
      if (note.left.isEmpty()) {
        each.remove();
        forget(note.file);
      }
    }
  }

  /** Files are forgotten by their age: one that was met is young again. */
  private void remember(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    } catch (IOException e) {
      LOG.warn("{} may be forgotten too early: {}", file, e.toString());
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be removed, though all in it have gone through: {}", file, e.toString());
    }
  }
}
