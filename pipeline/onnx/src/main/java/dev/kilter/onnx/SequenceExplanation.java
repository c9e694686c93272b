package dev.kilter.onnx;

import java.util.List;

/**
 * How a model came to its score.
 *
 * @param rows the rows it looked at; of one that carries its state, the latest
 * @param errors how far the newest row is off, {@code [channel]}, in scaled units
 * @param parts the errors, standardised; NaN where the channel was not measured
 * @param raw the score before averaging
 * @param layers what went on in the recurrent layers, in the order in which they run
 * @param unexplained a sentence for each recurrent layer that is not among them
 */
public record SequenceExplanation(
    ExplainedRows rows,
    float[] errors,
    float[] parts,
    double raw,
    List<LayerTrace> layers,
    List<String> unexplained) {}
