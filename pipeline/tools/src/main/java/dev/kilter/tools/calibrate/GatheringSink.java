package dev.kilter.tools.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.InstantiationUtil;

/**
 * Gathers a stream: each task leaves what it has in a folder of this machine at the end.
 *
 * @param folder where, as text, since paths are not serializable
 * @param empty what a task begins with
 */
record GatheringSink<T, G extends Gathering<T, G>>(String folder, G empty) implements Sink<T> {

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return new Writer<>(Path.of(folder), fresh());
  }

  /** What all tasks have gathered, once they are through. */
  G gathered() throws IOException {
    G whole = fresh();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.toList()) {
        whole.merge(asGathering(Files.readAllBytes(file)));
      }
    }
    return whole;
  }

  private G fresh() throws IOException {
    return asGathering(InstantiationUtil.serializeObject(empty));
  }

  private G asGathering(byte[] bytes) throws IOException {
    try {
      return InstantiationUtil.deserializeObject(bytes, GatheringSink.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IOException("a class of the same jar is missing", e);
    }
  }

  private record Writer<T>(Path folder, Gathering<T, ?> gathering) implements SinkWriter<T> {
    @Override
    public void write(T element, Context context) {
      gathering.add(element);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      if (endOfInput) {
        byte[] bytes = InstantiationUtil.serializeObject(gathering);
        Files.write(folder.resolve(UUID.randomUUID().toString()), bytes);
      }
    }

    @Override
    public void close() {}
  }
}
