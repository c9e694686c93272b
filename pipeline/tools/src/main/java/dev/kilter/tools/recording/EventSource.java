package dev.kilter.tools.recording;

import java.io.Closeable;
import java.util.Optional;

/** What one kind of file has to be able to do. */
public interface EventSource extends Closeable {

  /** The next event; empty at the end. */
  Optional<RecordedEvent> read();

  /** The line of the event last read. */
  Place place();

  double share();

  int partitions();

  @Override
  void close();
}
