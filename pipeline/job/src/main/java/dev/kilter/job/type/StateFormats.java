package dev.kilter.job.type;

import java.util.SortedMap;
import java.util.TreeMap;

/** Which version of each format this build writes as state; it reads all those before, too. */
public final class StateFormats {
  private StateFormats() {}

  /** The versions by the names of the formats. */
  public static SortedMap<String, Integer> versions() {
    SortedMap<String, Integer> versions = new TreeMap<>();
    KilterTypes.kept()
        .forEach((name, type) -> versions.put(name, ((VersionedType<?>) type).version()));
    return versions;
  }
}
