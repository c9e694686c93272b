package dev.kilter.sequence;

import dev.kilter.health.WatchedChannel;
import java.io.Serializable;
import java.util.List;

/**
 * What holds for every entity, whatever watches it.
 *
 * @param channels the channels of the pipeline file, in its order
 * @param silentAfterMillis an entity without an event for so long is silent; 0: not looked at
 * @param forgetAfterMillis an entity without an event for so long is forgotten
 */
public record EntityRules(
    List<WatchedChannel> channels, long silentAfterMillis, long forgetAfterMillis)
    implements Serializable {}
