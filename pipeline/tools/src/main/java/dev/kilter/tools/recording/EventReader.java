package dev.kilter.tools.recording;

import java.io.Closeable;
import java.util.Iterator;

/**
 * Events from files, in their order, with bounded memory. Bad input ends the reading with a {@link
 * dev.kilter.UserError} from {@link #hasNext}; the events before it have been handed out by then.
 */
public interface EventReader extends Iterator<RecordedEvent>, Closeable {

  /** How much of the input has been read, from 0 to 1. */
  double share();

  /** How many partitions the recorded topic had; 0 when that is not known. */
  int partitions();

  @Override
  void close();
}
