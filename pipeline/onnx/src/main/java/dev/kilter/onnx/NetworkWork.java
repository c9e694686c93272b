package dev.kilter.onnx;

/**
 * What it takes to run a network.
 *
 * @param rows how many rows each sequence had
 * @param operations multiplications of a weight with a number in the recurrent and dense layers,
 *     and as many additions
 * @param values bytes of all values between the operations; ONNX Runtime takes the memory of a
 *     value again once nothing needs it, so this is the most that it holds at once
 */
public record NetworkWork(long rows, long operations, long values) {}
