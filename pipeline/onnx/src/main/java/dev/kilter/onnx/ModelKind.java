package dev.kilter.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a network says of a sequence, and from what. */
enum ModelKind {
  /** The whole sequence again, as it would have it. */
  RECONSTRUCTION,
  /** The newest row, from what was before it. */
  FORECAST;

  /** The kind that a contract calls so; empty for one that is not known. */
  static Optional<ModelKind> of(String name) {
    return Arrays.stream(values()).filter(kind -> kind.expectation().equals(name)).findFirst();
  }

  /** The role of the output that says what was expected: the kind's own name. */
  String expectation() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many rows that output has, of a sequence of so many. */
  int expectedRows(int length) {
    return switch (this) {
      case RECONSTRUCTION -> length;
      case FORECAST -> 1;
    };
  }

  /** The roles that inputs may have. */
  List<String> inputRoles() {
    return switch (this) {
      case RECONSTRUCTION -> List.of("sequence", "mask", "lengths");
      case FORECAST -> List.of("sequence", "mask", "lengths", "state");
    };
  }

  /** The roles that outputs may have. */
  List<String> outputRoles() {
    return switch (this) {
      case RECONSTRUCTION -> List.of("reconstruction", "errors");
      case FORECAST -> List.of("forecast", "errors", "state");
    };
  }
}
