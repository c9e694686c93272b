/** What is written in an ONNX file: nodes, weights and the layers they make, and its arithmetic. */
package dev.kilter.onnx.graph;
