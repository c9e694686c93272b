package dev.kilter.health;

/**
 * Something that is wrong with an entity at present.
 *
 * @param kind what
 * @param channel the channel it is wrong with, or null: the entity as a whole
 * @param sinceMillis event time since when
 */
public record Ailment(HealthKind kind, String channel, long sinceMillis) {}
