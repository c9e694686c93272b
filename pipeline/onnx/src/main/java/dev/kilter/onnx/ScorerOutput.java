package dev.kilter.onnx;

import dev.kilter.score.Score;
import java.util.Optional;

/**
 * What came of it.
 *
 * @param score the score; none where the network gave no number
 * @param state what goes in with the next row; as it was where the network gave no number
 */
public record ScorerOutput(Optional<Score> score, float[] state) {}
