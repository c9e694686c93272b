package dev.kilter.score;

import java.util.List;

/**
 * A baseline that has taken over what was seen.
 *
 * @param baseline what errors are measured from now
 * @param moves what has changed with it
 */
public record Adopted(Baseline baseline, List<BaselineMove> moves) {}
