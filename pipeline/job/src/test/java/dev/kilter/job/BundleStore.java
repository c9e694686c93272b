package dev.kilter.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A model store made for a test of the bundle {@code flat}: it expects zero everywhere of two
 * channels, over four rows.
 */
public final class BundleStore {
  private static final Path BUNDLES = Path.of("../onnx/src/test/resources/bundles");
  private static final String CONTRACT = "model.json";

  private final Path folder;

  public BundleStore(Path folder) {
    this.folder = folder;
  }

  /** Adds the bundle as it is. */
  public BundleStore add(String place) {
    return add("flat", place);
  }

  /** Adds one of the bundles that the tests of networks use. */
  public BundleStore add(String bundle, String place) {
    try {
      Path target = Files.createDirectories(folder.resolve(place));
      for (String file : List.of(CONTRACT, "model.onnx", "golden.json")) {
        Files.copy(BUNDLES.resolve(bundle).resolve("1").resolve(file), target.resolve(file));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds it with something in its contract changed. */
  public BundleStore add(String place, String from, String to) {
    return add(place).change(place, from, to);
  }

  /** Changes something in the contract of one that is there. */
  public BundleStore change(String place, String from, String to) {
    Path file = folder.resolve(place).resolve(CONTRACT);
    try {
      String text = Files.readString(file, UTF_8);
      if (!text.contains(from)) {
        throw new IllegalArgumentException("there is no " + from + " in " + text);
      }
      Files.writeString(file, text.replace(from, to), UTF_8);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says of one that is there what is normal for its entities. */
  public BundleStore entities(String place, String json) {
    byte[] bytes = json.getBytes(UTF_8);
    try {
      Files.write(folder.resolve(place).resolve("entities.json"), bytes);
      String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      String key = "\"entitiesSha256\": \"" + sha256 + "\", \"training\":";
      return change(place, "\"training\":", key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public BundleStore remove(String file) {
    try {
      Files.delete(folder.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }
}
