package dev.kilter.tools.notify;

/** Hears what becomes of notices. */
interface Outcomes {

  /** It was taken. */
  void delivered(Notice notice);

  /** It was not sent: this message was delivered before. */
  void repeated(Notice notice);

  /** It was not taken and is not sent any more. */
  void refused(Notice notice, String why);

  /** It was not taken yet; a later attempt follows, or the next time that it is told again. */
  void delayed(String why);
}
