package dev.kilter.tools.simulate;

import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The options that decide what is simulated. */
final class PlanOptions {
  @Option(
      names = "--entities",
      defaultValue = "20",
      paramLabel = "N",
      description = "How many pumps (${DEFAULT-VALUE}).")
  private int entities;

  @Option(
      names = "--length",
      defaultValue = "2d",
      paramLabel = "TIME",
      converter = LengthConverter.class,
      description = "Simulated time, such as 2d, 6h or 90m (${DEFAULT-VALUE}).")
  private Duration length;

  @Option(
      names = "--from",
      defaultValue = "2026-03-01T00:00:00Z",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "When it begins (${DEFAULT-VALUE}).")
  private Instant from;

  @Option(
      names = "--period",
      defaultValue = "10s",
      paramLabel = "TIME",
      converter = LengthConverter.class,
      description = "Time between two readings of a pump (${DEFAULT-VALUE}).")
  private Duration period;

  @Option(
      names = "--faults",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "Faults per entity-day, up to 2.5; 0 for a normal recording (${DEFAULT-VALUE}).")
  private double faultsPerEntityDay;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "The same seed yields the same events (${DEFAULT-VALUE}).")
  private long seed;

  long seed() {
    return seed;
  }

  boolean hasFaults() {
    return faultsPerEntityDay != 0;
  }

  /**
   * @throws IllegalArgumentException if the options make no plan
   */
  SimulationPlan plan() {
    return new SimulationPlan(entities, from, length, period, faultsPerEntityDay, seed);
  }
}
