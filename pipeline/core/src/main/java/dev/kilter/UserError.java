package dev.kilter;

/**
 * Something only the user can mend: a wrong setting, a missing file, a broker that is not there.
 * Its message is one sentence that says what is wrong, where, and the way out.
 */
public class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error that is explained by its message alone. */
  public UserError(String message) {
    super(message);
  }

  /** An error with the exception that showed it, for {@code --debug}. */
  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
