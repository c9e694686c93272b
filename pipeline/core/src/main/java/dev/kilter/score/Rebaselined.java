package dev.kilter.score;

import java.util.List;

/**
 * A score measured from the entity's own baseline.
 *
 * @param score the score to judge
 * @param baseline what is to be remembered of the entity from now on
 * @param moves what has changed with this score
 */
public record Rebaselined(Score score, Baseline baseline, List<BaselineMove> moves) {}
