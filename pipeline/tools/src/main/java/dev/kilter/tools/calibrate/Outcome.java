package dev.kilter.tools.calibrate;

import dev.kilter.onnx.ModelContract;
import java.nio.file.Path;
import java.util.List;

/**
 * What a calibration came to.
 *
 * @param folder where the bundle is
 * @param contract its contract
 * @param rows the rows it was calibrated on
 * @param heldOut which part of them quantiles are of
 * @param errors the errors of the rest
 * @param scores the scores of both
 * @param notes what the user should know beside
 */
record Outcome(
    Path folder,
    ModelContract contract,
    NormalRows rows,
    HeldOut heldOut,
    NormalErrors errors,
    NormalScores scores,
    List<String> notes) {}
