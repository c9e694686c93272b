package dev.kilter.job.config;

import dev.kilter.UserError;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with one file, gathered so that the user sees it all at once. */
final class Problems {
  private final String file;
  private final List<String> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  /** Notes a problem. Lines count from 1. */
  void add(int line, String message) {
    found.add(at(line) + ": " + message);
  }

  String at(int line) {
    return file + ":" + line;
  }

  /**
   * Ends the reading.
   *
   * @throws UserError if anything was wrong
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new UserError(String.join(System.lineSeparator(), found));
    }
  }
}
