package dev.kilter.job.operator;

import dev.kilter.onnx.ModelBundle;
import java.io.Serializable;

/**
 * How one detector's odd sequences are named.
 *
 * @param bundle the classifier
 * @param threshold sequences whose raw score is above this are odd
 */
record Classification(ModelBundle bundle, double threshold) implements Serializable {}
