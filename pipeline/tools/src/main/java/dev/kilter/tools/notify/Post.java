package dev.kilter.tools.notify;

import java.util.Map;

/**
 * A request that is to be made, as often as it takes, and always the same.
 *
 * @param headers its headers by name
 * @param body what is sent
 */
record Post(Map<String, String> headers, byte[] body) {}
