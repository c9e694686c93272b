package dev.kilter.alert;

import java.util.Locale;

/** Where in its life an incident is. */
public enum AlertStatus {
  /** Trouble goes on: the first revision opens the incident, later ones update it. */
  OPEN,
  /** Trouble comes and goes, too often to tell of each time. */
  FLAPPING,
  /** Trouble is over. */
  CLOSED;

  /** The status as it is written, such as {@code open}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
