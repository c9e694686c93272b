package dev.kilter.score;

/**
 * Word that what is normal of a channel's error has changed for one entity.
 *
 * @param channel the channel's place in the model
 * @param began whether it is measured from elsewhere than the model's own statistics say, from now
 *     on; it was until now otherwise
 * @param sinceMillis event time since when it is, or was
 * @param detail what was seen, for a person
 */
public record BaselineMove(int channel, boolean began, long sinceMillis, String detail) {}
