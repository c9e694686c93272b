package dev.kilter.sequence;

/** Rows cannot be made again of the records that there are; the message says why, for a person. */
public final class MissingRowsException extends Exception {
  private static final long serialVersionUID = 1L;

  MissingRowsException(String why) {
    super(why);
  }
}
