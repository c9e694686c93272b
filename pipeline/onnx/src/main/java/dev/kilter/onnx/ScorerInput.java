package dev.kilter.onnx;

import dev.kilter.sequence.Sequence;

/**
 * What is to be scored.
 *
 * @param sequence the rows
 * @param state what the scorer gave as state with the row before; empty where a history begins, or
 *     where the model carries none
 */
public record ScorerInput(Sequence sequence, float[] state) {}
