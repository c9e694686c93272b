package dev.kilter.tools.simulate;

import java.util.List;

/**
 * One entry of the fault catalogue: what goes wrong, how fast, and what it does to which channel.
 */
public final class FaultKind {
  private final String name;
  private final String description;
  private final double rampPart;
  private final boolean ofOneSensor;
  private final List<Effect> effects;

  private FaultKind(
      String name, String description, double rampPart, boolean ofOneSensor, List<Effect> effects) {
    this.name = name;
    this.description = description;
    this.rampPart = rampPart;
    this.ofOneSensor = ofOneSensor;
    this.effects = List.copyOf(effects);
  }

  /** A fault of the machine or its mains, with all of the effects; the first one leads. */
  static FaultKind ofMachine(String name, String description, double rampPart, Effect... effects) {
    return new FaultKind(name, description, rampPart, false, List.of(effects));
  }

  /** A fault of a single sensor: each time one of the effects, in either direction. */
  static FaultKind ofOneSensor(
      String name, String description, double rampPart, Effect... effects) {
    return new FaultKind(name, description, rampPart, true, List.of(effects));
  }

  /** In kebab case, as in the truth file. */
  public String name() {
    return name;
  }

  public String description() {
    return description;
  }

  /**
   * The channels it can affect, the leading one first; a fault of one sensor affects one of them.
   */
  public List<String> channels() {
    return effects.stream().map(Effect::channelName).distinct().toList();
  }

  /** The part of its length over which it grows to full size. */
  double rampPart() {
    return rampPart;
  }

  boolean ofOneSensor() {
    return ofOneSensor;
  }

  /** Whether a channel is frozen, so that the fault has no size of its own. */
  public boolean holds() {
    return effects.get(0).response() == Response.HOLD;
  }

  List<Effect> effects() {
    return effects;
  }

  @Override
  public String toString() {
    return name;
  }
}
