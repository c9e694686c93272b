package dev.kilter.job.config;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where tasks note what is in a network: on the machine on which they run. */
public sealed interface JournalPlace extends Serializable {

  /** The folder on this machine, if there is to be one. */
  Optional<Path> folder();

  /** Reads the value of {@code runtime.journal}. */
  static JournalPlace parse(String text) {
    if (text.equals("off")) {
      return new Off();
    }
    try {
      if (Path.of(text).isAbsolute()) {
        return new Folder(text);
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(Folder.RIGHT, e);
    }
    throw new IllegalArgumentException(Folder.RIGHT);
  }

  /** Nowhere. */
  record Off() implements JournalPlace {
    @Override
    public Optional<Path> folder() {
      return Optional.empty();
    }
  }

  /**
   * One for each user, which all their pipelines share: in Linux's shared memory, which outlives
   * processes as a disk does, or else among the temporary files. Where a file that is mapped into
   * memory lies on a disk, whoever writes into it waits now and then for what is written to that.
   */
  record Usual() implements JournalPlace {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    @Override
    public Optional<Path> folder() {
      String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
      return Optional.of(place().resolve("kilter-" + user).resolve("journal"));
    }

    private static Path place() {
      return Files.isDirectory(SHARED_MEMORY) && Files.isWritable(SHARED_MEMORY)
          ? SHARED_MEMORY
          : Path.of(System.getProperty("java.io.tmpdir"));
    }
  }

  /**
   * In a folder that the pipeline file names.
   *
   * @param path the whole path
   */
  record Folder(String path) implements JournalPlace {
    private static final String RIGHT =
        "off, or a folder on the task managers' disk by its whole path, such as"
            + " /var/lib/kilter/journal";

    @Override
    public Optional<Path> folder() {
      return Optional.of(Path.of(path));
    }
  }
}
