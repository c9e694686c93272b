package dev.kilter.health;

/**
 * What a health message is about.
 *
 * @param entity the entity
 * @param detector the detector that cannot judge it, or null: every detector
 * @param channel the channel, or null: the entity as a whole
 */
public record HealthScope(String entity, String detector, String channel) {}
