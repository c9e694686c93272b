/** Model bundles: their contract, their admission, and their network run by ONNX Runtime. */
package dev.kilter.onnx;
