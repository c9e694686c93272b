package dev.kilter.tools.recording;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Several files as one, by time; of each file one event is held. At the same time the file named
 * first comes first; an event without a time goes with the one before it.
 */
final class MergedEvents implements EventReader {
  private final List<EventReader> readers;
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(Comparator.comparingLong(Head::timeMillis).thenComparing(Head::reader));
  private boolean begun;
  private Optional<Head> taken = Optional.empty();

  MergedEvents(List<EventReader> readers) {
    this.readers = List.copyOf(readers);
  }

  @Override
  public boolean hasNext() {
    if (!begun) {
      begun = true;
      for (int reader = 0; reader < readers.size(); reader++) {
        advance(reader, Long.MIN_VALUE);
      }
    }
    Optional<Head> last = taken;
    taken = Optional.empty();
    last.ifPresent(head -> advance(head.reader(), head.timeMillis()));
    return !heads.isEmpty();
  }

  @Override
  public RecordedEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Head head = heads.remove();
    taken = Optional.of(head);
    return head.event();
  }

  @Override
  public double share() {
    return readers.stream().mapToDouble(EventReader::share).average().orElse(1);
  }

  @Override
  public int partitions() {
    boolean known = readers.stream().allMatch(reader -> reader.partitions() > 0);
    return known ? readers.stream().mapToInt(EventReader::partitions).max().orElse(0) : 0;
  }

  @Override
  public void close() {
    readers.forEach(EventReader::close);
  }

  private void advance(int reader, long previousMillis) {
    EventReader events = readers.get(reader);
    if (events.hasNext()) {
      RecordedEvent event = events.next();
      long timeMillis = event.timeMillis();
      heads.add(
          new Head(
              event, timeMillis == RecordedEvent.NO_TIME ? previousMillis : timeMillis, reader));
    }
  }

  /** The next event of one of the readers. */
  private record Head(RecordedEvent event, long timeMillis, int reader) {}
}
