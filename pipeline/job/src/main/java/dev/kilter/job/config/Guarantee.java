package dev.kilter.job.config;

/** How often a reader sees what a pipeline tells. */
public enum Guarantee {
  /** Never not; after a restart perhaps again, as the same revision of the same incident. */
  AT_LEAST_ONCE("at-least-once"),
  /** Once, by those who read only what is committed; with the next checkpoint, not before. */
  EXACTLY_ONCE("exactly-once");

  private final String label;

  Guarantee(String label) {
    this.label = label;
  }

  /** As the pipeline file writes it. */
  public String label() {
    return label;
  }

  static Guarantee labelled(String label) {
    return switch (label) {
      case "at-least-once" -> AT_LEAST_ONCE;
      case "exactly-once" -> EXACTLY_ONCE;
      default -> throw new IllegalArgumentException("at-least-once or exactly-once");
    };
  }
}
