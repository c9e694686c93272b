package dev.kilter.rig.events;

import java.util.Map;

/**
 * A record that was read.
 *
 * @param key its key, as a text
 * @param value its bytes
 * @param headers its headers as texts
 * @param nanos when it was read, as of {@link System#nanoTime}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Arrival(String key, byte[] value, Map<String, String> headers, long nanos) {}
