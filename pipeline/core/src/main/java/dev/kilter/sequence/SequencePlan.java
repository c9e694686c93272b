package dev.kilter.sequence;

import dev.kilter.event.EntityPattern;
import java.io.Serializable;

/**
 * How one detector cuts sequences out of the rows of the entities it watches.
 *
 * @param detector the detector's id
 * @param entities which entities it watches
 * @param modelVersion name, version and hash of the model: a new one begins a new history
 * @param channels what the model looks at
 * @param length rows in a sequence
 * @param stride rows from one sequence to the next
 */
public record SequencePlan(
    String detector,
    EntityPattern entities,
    String modelVersion,
    ChannelSelection channels,
    int length,
    int stride)
    implements Serializable {}
