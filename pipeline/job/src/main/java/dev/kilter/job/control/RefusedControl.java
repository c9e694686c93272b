package dev.kilter.job.control;

import dev.kilter.event.DeadLetter;

/**
 * A record of the control topic that is no message.
 *
 * @param letter the record, whole, with what is wrong with it
 */
public record RefusedControl(DeadLetter letter) implements DecodedControl {}
