package dev.kilter.rig.events;

import java.util.Map;

/**
 * A record that was read.
 *
 * @param value its bytes
 * @param headers its headers as texts
 * @param nanos when it was read, as of {@link System#nanoTime}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Arrival(byte[] value, Map<String, String> headers, long nanos) {}
