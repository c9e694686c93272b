package dev.kilter.tools.simulate;

import java.util.Locale;

/** The ladder of fault sizes, fixed beforehand; every rung is as likely as the next. */
enum FaultSize {
  BARELY_VISIBLE(4),
  SLIGHT(6),
  CLEAR(10),
  STRONG(16),
  GROSS(25);

  private final double inNoise;

  FaultSize(double inNoise) {
    this.inNoise = inNoise;
  }

  /** Deviation of the leading channel on the plateau, in multiples of that channel's noise. */
  double inNoise() {
    return inNoise;
  }

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
