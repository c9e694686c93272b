package dev.kilter.job.operator;

import dev.kilter.event.PerEntity;
import dev.kilter.onnx.ModelBundle;
import java.io.Serializable;

/**
 * How one detector's odd sequences are named.
 *
 * @param bundle the classifier
 * @param thresholds sequences whose raw score is above their entity's are odd
 */
record Classification(ModelBundle bundle, PerEntity<Double> thresholds) implements Serializable {}
