package dev.kilter.onnx;

import java.nio.file.Path;
import java.util.Optional;

/** What a model is called: by its folder, NAME/VERSION, or else by the network's file. */
public record BundleName(String name, String version) {
  private static final String VERSION = "v?[0-9][A-Za-z0-9._-]*";

  /** What folder and network say together. */
  public static BundleName of(Path folder, Path network) {
    String file = network.getFileName().toString();
    return ofFolder(folder).orElseGet(() -> new BundleName(file.replaceFirst("\\.onnx$", ""), "1"));
  }

  /** What a folder says, if it is called NAME/VERSION. */
  public static Optional<BundleName> ofFolder(Path folder) {
    if (folder.getNameCount() < 2 || !folder.getFileName().toString().matches(VERSION)) {
      return Optional.empty();
    }
    String name = folder.getParent().getFileName().toString();
    return Optional.of(new BundleName(name, folder.getFileName().toString()));
  }
}
