package dev.kilter.tools.replay;

import dev.kilter.event.Decoded;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceEnumerator;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceReader;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.InstantiationUtil;

/** Recordings as a bounded source of decoded events. Runs with a parallelism of one. */
final class ReplaySource implements Source<Decoded, ReplaySplit, Collection<ReplaySplit>> {
  private static final long serialVersionUID = 1L;

  private final ReplayInput input;

  ReplaySource(ReplayInput input) {
    this.input = input;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<Decoded, ReplaySplit> createReader(SourceReaderContext context) {
    return new IteratorSourceReader<>(context);
  }

  @Override
  public SplitEnumerator<ReplaySplit, Collection<ReplaySplit>> createEnumerator(
      SplitEnumeratorContext<ReplaySplit> context) {
    return new IteratorSourceEnumerator<>(context, List.of(new ReplaySplit(input)));
  }

  @Override
  public SplitEnumerator<ReplaySplit, Collection<ReplaySplit>> restoreEnumerator(
      SplitEnumeratorContext<ReplaySplit> context, Collection<ReplaySplit> left) {
    return new IteratorSourceEnumerator<>(context, left);
  }

  @Override
  public SimpleVersionedSerializer<ReplaySplit> getSplitSerializer() {
    return new JavaObjects<>();
  }

  @Override
  public SimpleVersionedSerializer<Collection<ReplaySplit>> getEnumeratorCheckpointSerializer() {
    return new JavaObjects<>();
  }

  /** Splits travel from one part of this process to another, never into state. */
  private static final class JavaObjects<T> implements SimpleVersionedSerializer<T> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(T object) throws IOException {
      return InstantiationUtil.serializeObject(object);
    }

    @Override
    public T deserialize(int version, byte[] bytes) throws IOException {
      try {
        return InstantiationUtil.deserializeObject(bytes, ReplaySource.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IOException("a class of the same jar is missing", e);
      }
    }
  }
}
