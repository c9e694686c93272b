package dev.kilter.tools.model;

import java.nio.file.Path;

/** What a model is called: by its folder, NAME/VERSION, or else by the network's file. */
record BundleName(String name, String version) {
  private static final String VERSION = "v?[0-9][A-Za-z0-9._-]*";

  static BundleName of(Path folder, Path network) {
    if (folder.getNameCount() > 1 && folder.getFileName().toString().matches(VERSION)) {
      Path name = folder.getParent().getFileName();
      return new BundleName(name.toString(), folder.getFileName().toString());
    }
    String file = network.getFileName().toString();
    return new BundleName(file.replaceFirst("\\.onnx$", ""), "1");
  }
}
