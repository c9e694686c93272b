package dev.kilter.tools.replay;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Results of one task in the order in which they came, kept in files until the job is over. */
final class KeptResults<T> implements LineFormat<T> {
  private static final long serialVersionUID = 1L;
  private static final int TYPICAL_BYTES = 1024;

  private final TypeInformation<T> type;
  private final String folder;
  private transient TypeSerializer<T> serializer;
  private transient long number;

  /**
   * Results of a type.
   *
   * @param folder where they are kept, as text, since paths are not serializable
   */
  KeptResults(TypeInformation<T> type, String folder) {
    this.type = type;
    this.folder = folder;
  }

  String folder() {
    return folder;
  }

  @Override
  public ResultLine line(T result) {
    try {
      DataOutputSerializer bytes = new DataOutputSerializer(TYPICAL_BYTES);
      serializer().serialize(result, bytes);
      return new ResultLine(0, "", "", number++, bytes.getCopyOfBuffer());
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  /** Reads what was kept. */
  List<T> read() throws IOException {
    List<ResultLine> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.toList()) {
        readInto(lines, file);
      }
    }
    lines.sort(ResultLine.ORDER);
    List<T> results = new ArrayList<>(lines.size());
    for (ResultLine line : lines) {
      results.add(serializer().deserialize(new DataInputDeserializer(line.json())));
    }
    return results;
  }

  private static void readInto(List<ResultLine> lines, Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (ResultLine line = ResultLine.read(in); line != null; line = ResultLine.read(in)) {
        lines.add(line);
      }
    }
  }

  private TypeSerializer<T> serializer() {
    if (serializer == null) {
      serializer = type.createSerializer(new SerializerConfigImpl());
    }
    return serializer;
  }
}
