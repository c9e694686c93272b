package dev.kilter.tools.recording;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How the bytes of a file are packed, as its name's ending says. */
public enum Compression {
  NONE(""),
  GZIP(".gz"),
  ZSTD(".zst");

  private static final int BUFFER_BYTES = 1 << 16;

  private final String ending;

  Compression(String ending) {
    this.ending = ending;
  }

  public static Compression of(Path file) {
    for (Compression compression : new Compression[] {GZIP, ZSTD}) {
      if (file.toString().endsWith(compression.ending)) {
        return compression;
      }
    }
    return NONE;
  }

  /** The name of a file without folder and endings, such as {@code a} of {@code x/a.jsonl.gz}. */
  public static String plainName(Path file) {
    String name = file.getFileName().toString();
    String unpacked = name.substring(0, name.length() - of(file).ending.length());
    int dot = unpacked.lastIndexOf('.');
    return dot > 0 ? unpacked.substring(0, dot) : unpacked;
  }

  /** Reads all members or frames of a file, one after the other. */
  InputStream unpacked(InputStream packed) throws IOException {
    return switch (this) {
      case NONE -> packed;
      case GZIP -> new GZIPInputStream(packed, BUFFER_BYTES);
      case ZSTD -> new ZstdInputStream(packed);
    };
  }

  /**
   * Opens a file to write to; appended is a new member or frame. The stream is none of a channel,
   * which an interrupt would close half way through a line.
   */
  OutputStream write(Path file, boolean append) throws IOException {
    OutputStream bytes = new FileOutputStream(file.toFile(), append);
    return switch (this) {
      case NONE -> bytes;
      case GZIP -> new GZIPOutputStream(bytes, BUFFER_BYTES, true);
      case ZSTD -> new ZstdOutputStream(bytes);
    };
  }
}
