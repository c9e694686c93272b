package dev.kilter.tools.simulate;

import java.util.List;

/**
 * The truth about one injected fault.
 *
 * @param fromMillis its onset
 * @param toMillis its end, recovery included; exclusive
 * @param sizeInNoise deviation of its leading channel on the plateau, in multiples of that
 *     channel's noise; NaN for a stuck sensor, whose deviation is whatever the truth does meanwhile
 * @param channels every channel it moves by one noise deviation or more
 */
public record Fault(
    String entity,
    FaultKind kind,
    long fromMillis,
    long toMillis,
    double sizeInNoise,
    List<String> channels) {
  public Fault {
    channels = List.copyOf(channels);
  }
}
