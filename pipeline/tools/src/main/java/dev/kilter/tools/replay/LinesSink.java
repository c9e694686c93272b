package dev.kilter.tools.replay;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Collects results as sorted runs in a folder of this machine.
 *
 * @param folder where they go, as text, since paths are not serializable
 * @param format how a result becomes a line
 */
record LinesSink<T>(String folder, LineFormat<T> format) implements Sink<T> {

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new Writer<>(new SortedRuns(Path.of(folder)), format);
  }

  private record Writer<T>(SortedRuns runs, LineFormat<T> format) implements SinkWriter<T> {
    @Override
    public void write(T result, Context context) throws IOException {
      runs.add(format.line(result));
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      if (endOfInput) {
        runs.write();
      }
    }

    @Override
    public void close() {}
  }
}
