package dev.kilter.job.resume;

import dev.kilter.job.type.StateFormats;
import java.io.Serializable;
import java.util.Map;

/**
 * What a savepoint says of the Kilter that made it.
 *
 * @param version its version
 * @param formats the versions of the formats that it wrote state in, by their names
 */
public record BuildFacts(String version, Map<String, Integer> formats) implements Serializable {

  /** This build. */
  static BuildFacts current() {
    return new BuildFacts(KilterVersion.current(), StateFormats.versions());
  }

  /** The version of a format; 0 where it is not known. */
  int format(String name) {
    return formats.getOrDefault(name, 0);
  }
}
