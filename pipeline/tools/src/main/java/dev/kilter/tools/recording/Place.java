package dev.kilter.tools.recording;

import dev.kilter.UserError;
import java.nio.file.Path;

/** A line of a file, for errors. Lines and columns count from 1. */
public record Place(Path file, long line) {

  /** An error of the whole line. */
  public UserError error(String sentence) {
    return new UserError(this + ": " + sentence);
  }

  /** An error at a column of the line. */
  public UserError error(int column, String sentence) {
    return new UserError(this + ":" + column + ": " + sentence);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
