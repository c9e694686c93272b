package dev.kilter.health;

import java.io.Serializable;

/** A channel of the pipeline file, as health looks at it. */
public record WatchedChannel(String name, String unit, ChannelRules rules)
    implements Serializable {}
