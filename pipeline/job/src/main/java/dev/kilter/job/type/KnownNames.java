package dev.kilter.job.type;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.core.memory.DataInputView;

/**
 * Reads names that were written by {@code writeUTF}. One that comes again is the same object as
 * before: nothing is made, its hash is known, and looking up what is kept under it compares no
 * characters. Of two names that share a place the newer is remembered.
 */
final class KnownNames {
  private static final int PLACES = 1 << 13;
  private static final int LENGTH_BYTES = Short.BYTES;

  private final String[] names = new String[PLACES];

  String read(DataInputView in) throws IOException {
    int length = in.readUnsignedShort();
    byte[] bytes = new byte[LENGTH_BYTES + length];
    in.readFully(bytes, LENGTH_BYTES, length);
    int hash = hash(bytes);
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    String known = names[place];
    if (known != null && known.hashCode() == hash && isAscii(known, bytes)) {
      return known;
    }
    String name = decoded(bytes, length);
    names[place] = name;
    return name;
  }

  /** As that of a string of these characters. */
  private static int hash(byte[] bytes) {
    int hash = 0;
    for (int at = LENGTH_BYTES; at < bytes.length; at++) {
      hash = 31 * hash + bytes[at];
    }
    return hash;
  }

  /** Whether a name is these bytes; of one with other than ASCII characters nothing is said. */
  private static boolean isAscii(String name, byte[] bytes) {
    if (name.length() != bytes.length - LENGTH_BYTES) {
      return false;
    }
    for (int at = 0; at < name.length(); at++) {
      if (name.charAt(at) != bytes[LENGTH_BYTES + at]) {
        return false;
      }
    }
    return true;
  }

  private static String decoded(byte[] bytes, int length) throws IOException {
    ByteBuffer.wrap(bytes).putShort((short) length);
    return new DataInputStream(new ByteArrayInputStream(bytes)).readUTF();
  }
}
