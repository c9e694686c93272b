package dev.kilter.job.journal;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file in which a task notes which sequences are in a network. It is mapped into memory: what
 * is noted outlives the process, though not the machine, and takes no call of the system. It is
 * locked for as long as its process lives.
 */
final class NoteFile implements AutoCloseable {
  /** "KILTER" and the version of the format. */
  static final long MAGIC = 0x4b494c5445520001L;

  static final int CAPACITY_AT = 8;
  static final int NOTED_AT = 12;
  static final int FIRST_AT = 16;
  static final int BYTES_EACH = 16;

  /** What is noted instead of a number: one sequence, which was suspected before. */
  static final int TRIAL = -1;

  private final Path file;
  private final FileChannel channel;
  private final MappedByteBuffer memory;
  private int size;

  private NoteFile(Path file, FileChannel channel, int capacity) throws IOException {
    this.file = file;
    this.channel = channel;
    this.memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes(capacity));
  }

  static long bytes(int capacity) {
    return FIRST_AT + (long) capacity * BYTES_EACH;
  }

  /**
   * A new file.
   *
   * @param capacity so many sequences at most are in a network at once
   */
  static NoteFile create(Path file, int capacity) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw new IOException(file + " cannot be locked");
      }
      fill(channel, capacity);
      return new NoteFile(file, channel, capacity);
    } catch (IOException | RuntimeException e) {
      channel.close();
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** All of it is written: memory of a file that finds no room on the disk cannot be used. */
  private static void fill(FileChannel channel, int capacity) throws IOException {
    ByteBuffer empty = ByteBuffer.allocate((int) bytes(capacity));
    empty.putLong(0, MAGIC).putInt(CAPACITY_AT, capacity);
    while (empty.hasRemaining()) {
      channel.write(empty);
    }
  }

  /** Adds one to what is noted next. */
  void add(long whom, long timeMillis) {
    int at = FIRST_AT + size * BYTES_EACH;
    memory.putLong(at, whom);
    memory.putLong(at + Long.BYTES, timeMillis);
    size++;
  }

  /**
   * What was added is noted from now on.
   *
   * @param trial whether it is one that was suspected before
   */
  void seal(boolean trial) {
    VarHandle.releaseFence(); // Another thread may bring the process down at any time.
    memory.putInt(NOTED_AT, trial ? TRIAL : size);
  }

  /** Nothing is noted any more. */
  void crossOut() {
    memory.putInt(NOTED_AT, 0);
    VarHandle.releaseFence();
    size = 0;
  }

  /** Lets the file go and leaves it there, as it is when a process ends. */
  void release() throws IOException {
    channel.close();
  }

  /** Nothing is left of it. */
  @Override
  public void close() throws IOException {
    crossOut();
    Files.deleteIfExists(file);
    release();
  }
}
