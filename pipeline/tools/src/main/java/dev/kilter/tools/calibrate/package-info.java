/** Calibrating a model on recordings of normal running. */
package dev.kilter.tools.calibrate;
