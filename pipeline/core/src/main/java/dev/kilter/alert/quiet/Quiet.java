package dev.kilter.alert.quiet;

/**
 * That an entity is quiet at some instant.
 *
 * @param name the quiet time that makes it so
 * @param untilMillis the first instant behind this window of it, in milliseconds since 1970;
 *     another window may cover that instant
 */
public record Quiet(String name, long untilMillis) {}
