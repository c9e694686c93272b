package dev.kilter.tools.lines;

import dev.kilter.UserError;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a file of JSON objects, one a line, compressed where its name ends in .gz. */
public final class JsonLines {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private int line;

  private JsonLines(Path file) {
    this.file = file;
  }

  /**
   * Hands each line to the reader, one at a time; blank lines are passed over.
   *
   * @throws UserError naming file, line and column of what cannot be read
   */
  public static void read(Path file, Consumer<JsonFields> reader) {
    new JsonLines(file).read(reader);
  }

  private void read(Consumer<JsonFields> reader) {
    try (InputStream bytes = Files.newInputStream(file);
        BufferedReader lines = lines(bytes)) {
      String text = lines.readLine();
      while (text != null) {
        line++;
        if (!text.isBlank()) {
          reader.accept(JsonFields.parse(file, line, text));
        }
        text = lines.readLine();
      }
    } catch (IOException e) {
      throw new UserError(sentence(e), e);
    }
  }

  /** Bytes that are no UTF-8 are an error, not question marks. */
  private BufferedReader lines(InputStream bytes) throws IOException {
    InputStream plain =
        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
    return new BufferedReader(
        new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()), BUFFER_BYTES);
  }

  private String sentence(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "There is no file " + file + ".";
    }
    if (e instanceof CharacterCodingException) {
      return file + " is not UTF-8, somewhere after line " + line + ".";
    }
    if (e instanceof EOFException) {
      return file + " is cut off after line " + line + "; copy the whole .gz file.";
    }
    if (e instanceof ZipException) {
      return file + " is not gzip, though its name ends in .gz: " + e.getMessage() + ".";
    }
    return file + " cannot be read: " + e.getMessage() + ".";
  }
}
