package dev.kilter.tools.messages;

/** The colours that messages have on a terminal. */
public enum Paint {
  /** The worst. */
  CRITICAL("1;31"),
  /** Magenta, between red and yellow. */
  MAJOR("35"),
  /** All other trouble. */
  MINOR("33"),
  /** Trouble that is over. */
  CLOSED("32"),
  /** What stands in the way of judging. */
  HEALTH("36");

  private static final String END = "\u001b[0m";

  private final String begin;

  Paint(String code) {
    this.begin = "\u001b[" + code + "m";
  }

  /** The colour of a message about trouble, by its severity as long as trouble lasts. */
  public static Paint of(TroubleMessage message) {
    if (message.closed()) {
      return CLOSED;
    }
    return switch (message.severity()) {
      case "critical" -> CRITICAL;
      case "major" -> MAJOR;
      default -> MINOR;
    };
  }

  /** The text in this colour. */
  public String on(String text) {
    return begin + text + END;
  }
}
