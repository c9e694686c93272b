package dev.kilter.job.resume;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Kilter this is. */
final class KilterVersion {
  private static final String FILE = "/dev/kilter/job/version.properties";

  private KilterVersion() {}

  static String current() {
    try (InputStream in = KilterVersion.class.getResourceAsStream(FILE)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read from the class path", e);
    }
  }
}
