package dev.kilter.tools.recording.csv;

/** Which of a file's rows to read. */
public enum Part {
  /** All that the mapping takes. */
  ALL,
  /** Those the mapping sets apart for training and calibration. */
  TRAINING,
  /** What comes after the training rows. */
  REST
}
