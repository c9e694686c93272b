package dev.kilter.onnx;

import java.util.List;

/**
 * How a model came to its score of one sequence.
 *
 * @param expected all rows as the network expects them, {@code [time][channel]} flattened, in the
 *     channels' units
 * @param errors how far the newest row is off, {@code [channel]}, in scaled units
 * @param parts the errors, standardised; NaN where the channel was not measured
 * @param raw the score before averaging
 * @param layers what went on in the recurrent layers, in the order in which they run
 * @param unexplained a sentence for each recurrent layer that is not among them
 */
public record SequenceExplanation(
    float[] expected,
    float[] errors,
    float[] parts,
    double raw,
    List<LayerTrace> layers,
    List<String> unexplained) {}
