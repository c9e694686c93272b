package dev.kilter.tools.simulate;

import java.io.IOException;

/** Where readings go. */
public interface ReadingSink extends AutoCloseable {
  void write(Reading reading) throws IOException;

  /** Returns once every reading has arrived, or fails. */
  @Override
  void close() throws IOException;
}
