package dev.kilter.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a network says of a sequence, and from what. */
enum ModelKind {
  /** The whole sequence again, as it would have it. */
  RECONSTRUCTION("reconstruction"),
  /** The newest row, from what was before it. */
  FORECAST("forecast"),
  /** How probable each of some classes is. */
  CLASSIFICATION("probabilities");

  private final String answer;

  ModelKind(String answer) {
    this.answer = answer;
  }

  /** The kind that a contract calls so; empty for one that is not known. */
  static Optional<ModelKind> of(String name) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(name)).findFirst();
  }

  /** The kind as a contract calls it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of the output that says it. */
  String answer() {
    return answer;
  }

  /** Whether it says what was expected, so that a sequence can be scored by how far it is off. */
  boolean expects() {
    return this != CLASSIFICATION;
  }

  /** How many rows that output has, of a sequence of so many. */
  int answerRows(int length) {
    return switch (this) {
      case RECONSTRUCTION -> length;
      case FORECAST, CLASSIFICATION -> 1;
    };
  }

  /** The roles that inputs may have. */
  List<String> inputRoles() {
    return switch (this) {
      case RECONSTRUCTION, CLASSIFICATION -> List.of("sequence", "mask", "lengths");
      case FORECAST -> List.of("sequence", "mask", "lengths", "state");
    };
  }

  /** The roles that outputs may have. */
  List<String> outputRoles() {
    return switch (this) {
      case RECONSTRUCTION -> List.of("reconstruction", "errors");
      case FORECAST -> List.of("forecast", "errors", "state");
      case CLASSIFICATION -> List.of("probabilities");
    };
  }
}
