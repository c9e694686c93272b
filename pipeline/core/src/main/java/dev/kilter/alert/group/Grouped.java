package dev.kilter.alert.group;

import java.util.List;

/**
 * What came of alerts and of the passing of event time.
 *
 * @param groups what is to be kept of the key from now on
 * @param messages what there is to tell, in its order
 */
public record Grouped(Groups groups, List<GroupMessage> messages) {}
