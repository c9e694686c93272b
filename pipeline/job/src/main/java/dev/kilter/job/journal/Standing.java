package dev.kilter.job.journal;

/** How a sequence stands with the native code of a network. */
public enum Standing {
  /** Nothing is known against it. */
  FREE,
  /** It was in a network when a process ended: it goes through alone. */
  SUSPECT,
  /** A process ended a second time on it alone: it does not go through any more. */
  GUILTY,
  /** It holds the newest row of a guilty one, and does not go through either. */
  BEHIND_GUILTY;

  /** Whether it is kept from the network. */
  public boolean staysAway() {
    return this == GUILTY || this == BEHIND_GUILTY;
  }
}
