package dev.kilter.job.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a journal said when its process ended.
 *
 * @param trial whether it was one sequence that had been suspected before, alone in the network
 * @param sequences those that were in a network
 */
record Note(boolean trial, List<SequenceMark> sequences) {
  private static final int MOST_BYTES = 64 << 20;

  /** A file that cannot be read as a journal: its message says why. */
  static final class BrokenException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenException(String message) {
      super(message);
    }
  }

  /**
   * Reads a file that its process has left.
   *
   * @throws BrokenException when it is no journal, or not all of one
   */
  static Note read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new BrokenException("it is larger than any journal");
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    if (bytes.limit() < NoteFile.FIRST_AT) {
      throw new BrokenException("it is cut off");
    }
    if (bytes.getLong(0) != NoteFile.MAGIC) {
      throw new BrokenException("it is no journal of this version");
    }
    if (bytes.limit() != NoteFile.bytes(bytes.getInt(NoteFile.CAPACITY_AT))) {
      throw new BrokenException("it is cut off");
    }
    return read(bytes, bytes.getInt(NoteFile.NOTED_AT));
  }

  private static Note read(ByteBuffer bytes, int noted) throws BrokenException {
    int size = noted == NoteFile.TRIAL ? 1 : noted;
    if (size < 0 || NoteFile.bytes(size) > bytes.limit()) {
      throw new BrokenException("it tells of " + noted + " sequences");
    }
    return new Note(
        noted == NoteFile.TRIAL,
        IntStream.range(0, size)
            .map(index -> NoteFile.FIRST_AT + index * NoteFile.BYTES_EACH)
            .mapToObj(at -> new SequenceMark(bytes.getLong(at), bytes.getLong(at + Long.BYTES)))
            .toList());
  }
}
