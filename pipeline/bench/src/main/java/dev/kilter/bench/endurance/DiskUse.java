package dev.kilter.bench.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Adds up the files of a folder, some of which may be gone meanwhile. */
final class DiskUse extends SimpleFileVisitor<Path> {
  private long bytes;

  private DiskUse() {}

  static long bytes(Path folder) {
    DiskUse use = new DiskUse();
    try {
      Files.walkFileTree(folder, use);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return use.bytes;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    bytes += attributes.size();
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException gone) {
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
    return FileVisitResult.CONTINUE;
  }
}
