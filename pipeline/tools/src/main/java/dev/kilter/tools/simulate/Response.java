package dev.kilter.tools.simulate;

/** How the deviation of one channel follows the course of its fault. */
enum Response {
  /** In proportion to the fault, while the pump turns. */
  RUNNING,
  /** In proportion to the fault, whether the pump turns or not. */
  ALWAYS,
  /**
   * With the square of the fault, since friction heat grows so, and with the warmth of the machine.
   */
  HEAT,
  /**
   * As white noise about the true value, while the pump turns; the share is its standard deviation.
   */
  ROUGH,
  /** Not at all: the channel keeps the value it had at the onset. */
  HOLD
}
