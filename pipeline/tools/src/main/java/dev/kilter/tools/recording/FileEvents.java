package dev.kilter.tools.recording;

import dev.kilter.UserError;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The events of one file, held to their order; an error tells how far the file could be read. */
public final class FileEvents implements EventReader {
  private final EventSource source;
  private final long latenessMillis;
  private Optional<RecordedEvent> next = Optional.empty();
  private boolean ended;
  private long count;
  private long newestMillis = RecordedEvent.NO_TIME;

  /** Lateness is how far an event may lie before the newest one read so far. */
  public FileEvents(EventSource source, Duration lateness) {
    this.source = source;
    this.latenessMillis = lateness.toMillis();
  }

  @Override
  public boolean hasNext() {
    if (next.isEmpty() && !ended) {
      next = checked();
      ended = next.isEmpty();
    }
    return !ended;
  }

  @Override
  public RecordedEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RecordedEvent event = next.orElseThrow();
    next = Optional.empty();
    return event;
  }

  @Override
  public double share() {
    return source.share();
  }

  @Override
  public int partitions() {
    return source.partitions();
  }

  @Override
  public void close() {
    source.close();
  }

  private Optional<RecordedEvent> checked() {
    try {
      Optional<RecordedEvent> event = source.read();
      event.ifPresent(this::requireOrder);
      count += event.isPresent() ? 1 : 0;
      return event;
    } catch (UserError e) {
      ended = true;
      throw new UserError(e.getMessage() + " " + soFar(), e);
    }
  }

  private void requireOrder(RecordedEvent event) {
    long timeMillis = event.timeMillis();
    if (timeMillis != RecordedEvent.NO_TIME && timeMillis < newestMillis - latenessMillis) {
      throw source
          .place()
          .error(
              "time goes back from %s to %s, which is more than the allowed lateness of %s; sort the file by time or allow more."
                  .formatted(time(newestMillis), time(timeMillis), readable(latenessMillis)));
    }
    newestMillis = Math.max(newestMillis, timeMillis);
  }

  private String soFar() {
    if (count == 0) {
      return "No event was read before it.";
    }
    String upTo =
        newestMillis == RecordedEvent.NO_TIME ? "" : ", up to " + time(newestMillis) + ",";
    return count == 1
        ? "The 1 event before it%s was read.".formatted(upTo)
        : "The %d events before it%s were read.".formatted(count, upTo);
  }

  private static String readable(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  private static Instant time(long millis) {
    return Instant.ofEpochMilli(millis);
  }
}
