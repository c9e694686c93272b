package dev.kilter.job.restore;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Reads a transaction as the Kafka connector saves it.
 *
 * @param found hears of each
 */
record CommittableFormat(Consumer<PendingTransaction> found)
    implements SimpleVersionedSerializer<PendingTransaction> {
  private static final int KNOWN = 1;

  @Override
  public int getVersion() {
    return KNOWN;
  }

  @Override
  public byte[] serialize(PendingTransaction transaction) {
    throw new UnsupportedOperationException("only the connector writes them");
  }

  @Override
  public PendingTransaction deserialize(int version, byte[] saved) throws IOException {
    if (version != KNOWN) {
      throw new IOException("transactions are saved in the unknown version " + version);
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved));
    int epoch = in.readShort();
    long producerId = in.readLong();
    PendingTransaction transaction = new PendingTransaction(in.readUTF(), producerId, epoch);
    found.accept(transaction);
    return transaction;
  }
}
