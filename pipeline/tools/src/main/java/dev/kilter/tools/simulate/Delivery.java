package dev.kilter.tools.simulate;

/**
 * A record on its way.
 *
 * @param entity whose it is: its key
 * @param atMillis when it arrives, in simulated time: its timestamp
 * @param value its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Delivery(String entity, long atMillis, byte[] value) {}
