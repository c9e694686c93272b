package dev.kilter.alert;

import java.io.Serializable;

/** Which model judged: its name, its version and the SHA-256 of its network. */
public record ModelReference(String name, String version, String sha256) implements Serializable {

  @Override
  public String toString() {
    return name + "/" + version + " (" + sha256 + ")";
  }
}
