package dev.kilter.tools.demo;

import dev.kilter.tools.simulate.Fault;
import java.util.OptionalLong;

/**
 * What became of one injected fault.
 *
 * @param delayMillis from its onset to the incident that found it; empty if it was missed
 */
record FaultOutcome(Fault fault, OptionalLong delayMillis) {
  boolean found() {
    return delayMillis.isPresent();
  }
}
