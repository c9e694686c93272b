package dev.kilter.tools.simulate;

import java.io.IOException;

/** Where readings go. */
public interface ReadingSink extends AutoCloseable {
  /** Writes a record that has arrived. */
  void write(Delivery delivery) throws IOException;

  /** Returns once every reading has arrived, or fails. */
  @Override
  void close() throws IOException;
}
