package dev.kilter.tools.recording;

import com.github.luben.zstd.ZstdIOException;
import dev.kilter.UserError;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

/** The lines of a plain or compressed file as bytes, without their ends. */
public final class LineReader implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final long packedBytes;
  private final CountingStream packed;
  private final InputStream unpacked;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private long line;
  private boolean finished = true;

  /**
   * @throws UserError if there is no such file, or it is not packed as its name says
   */
  public LineReader(Path file) {
    this.file = file;
    try {
      packedBytes = Files.size(file);
      packed = new CountingStream(file);
      unpacked = opened();
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new UserError("There is no file " + file + " that can be read.", e);
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The next line; empty at the end of the file.
   *
   * @throws CutOff if the compressed file ends in the middle
   * @throws UserError if it is damaged
   */
  public Optional<byte[]> next() {
    if (position == limit && !fill()) {
      return Optional.empty();
    }
    ByteArrayOutputStream beginning = null;
    for (int end = lineEnd(); end == limit; end = lineEnd()) {
      beginning = beginning == null ? new ByteArrayOutputStream(2 * (limit - position)) : beginning;
      beginning.write(buffer, position, limit - position);
      if (!fill()) {
        finished = false;
        line++;
        return Optional.of(beginning.toByteArray());
      }
    }
    line++;
    return Optional.of(taken(beginning));
  }

  /** The line last returned. */
  public Place place() {
    return new Place(file, Math.max(1, line));
  }

  /** Whether the line last returned had a line end. */
  public boolean isFinished() {
    return finished;
  }

  /** How much of the file has been read, from 0 to 1. */
  public double share() {
    return packedBytes == 0 ? 1 : Math.min(1.0, packed.count() / (double) packedBytes);
  }

  @Override
  public void close() {
    try {
      unpacked.close();
    } catch (IOException e) {
      throw new UserError(file + " cannot be closed: " + e.getMessage(), e);
    }
  }

  private InputStream opened() throws IOException {
    try {
      return packedBytes == 0 ? packed : Compression.of(file).unpacked(packed);
    } catch (EOFException e) {
      packed.close();
      throw new CutOff(place(), "not even its first block is whole.", e);
    } catch (IOException e) {
      packed.close();
      throw new UserError(file + " is not packed as its name says: " + e.getMessage() + ".", e);
    }
  }

  private int lineEnd() {
    int end = position;
    while (end < limit && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private byte[] taken(ByteArrayOutputStream beginning) {
    int end = lineEnd();
    ByteArrayOutputStream bytes =
        beginning == null ? new ByteArrayOutputStream(end - position) : beginning;
    bytes.write(buffer, position, end - position);
    position = end + 1;
    return bytes.toByteArray();
  }

  private boolean fill() {
    try {
      int read = unpacked.read(buffer, 0, buffer.length);
      position = 0;
      limit = Math.max(0, read);
      return read > 0;
    } catch (EOFException e) {
      throw new CutOff(following(), "it ends within a compressed block.", e);
    } catch (ZipException e) {
      throw damaged(e);
    } catch (ZstdIOException e) {
      String message = String.valueOf(e.getMessage());
      throw message.startsWith("Truncated")
          ? new CutOff(following(), "it ends within a compressed block.", e)
          : damaged(e);
    } catch (IOException e) {
      throw new UserError(following() + ": reading failed: " + e.getMessage(), e);
    }
  }

  private UserError damaged(IOException e) {
    return new UserError(
        following() + ": the compressed file is damaged here: " + e.getMessage(), e);
  }

  private Place following() {
    return new Place(file, line + 1);
  }
}
