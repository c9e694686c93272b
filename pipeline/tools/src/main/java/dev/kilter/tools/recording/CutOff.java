package dev.kilter.tools.recording;

import dev.kilter.UserError;

/** A file that ends in the middle, as one does whose writer was killed. */
public final class CutOff extends UserError {
  private static final long serialVersionUID = 1L;

  CutOff(Place place, String how, Throwable cause) {
    super(place + ": the file is cut off here: " + how, cause);
  }
}
