package dev.kilter.rig.fault;

import dev.kilter.rig.process.NotPermittedException;
import dev.kilter.rig.process.SystemCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Where checkpoints lie. */
public final class Storage implements AutoCloseable {
  private static final int BLOCK_BYTES = 1 << 16;
  private static final String FULL = "No space left";

  private final Path folder;
  private final Optional<String> whyNot;
  private final Thread atExit = new Thread(this::unmount);

  private Storage(Path folder, Optional<String> whyNot) {
    this.folder = folder;
    this.whyNot = whyNot;
  }

  /** A folder like any other. */
  public static Storage plain(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new Storage(folder, Optional.of("it is an ordinary folder"));
  }

  /** A file system of its own, where this machine permits that, so that it can be full. */
  public static Storage limited(Path folder) throws IOException {
    Files.createDirectories(folder);
    try {
      SystemCommand.run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder.toString());
    } catch (NotPermittedException e) {
      return new Storage(folder, Optional.of(e.getMessage()));
    }
    Storage storage = new Storage(folder, Optional.empty());
    Runtime.getRuntime().addShutdownHook(storage.atExit);
    return storage;
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Why it cannot be full; empty where it can. */
  Optional<String> whyNot() {
    return whyNot;
  }

  /** Nothing more fits into it, also where others have deleted something since it was filled. */
  void fill() throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    try (OutputStream out =
        Files.newOutputStream(filling(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (folder.toFile().getUsableSpace() > 0) {
        out.write(block);
      }
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains(FULL)) {
        throw e;
      }
    }
  }

  /** There is room again. */
  void free() throws IOException {
    Files.delete(filling());
  }

  private Path filling() {
    return folder.resolve("filling");
  }

  @Override
  public void close() {
    if (whyNot.isEmpty()) {
      Runtime.getRuntime().removeShutdownHook(atExit);
      unmount();
    }
  }

  /** Also where somebody still has files open in it. */
  private void unmount() {
    SystemCommand.run("umount", "--lazy", folder.toString());
  }
}
