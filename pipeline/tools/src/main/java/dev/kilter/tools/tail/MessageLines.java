package dev.kilter.tools.tail;

import dev.kilter.tools.demo.HumanNumbers;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.AlertText;
import dev.kilter.tools.messages.GroupNote;
import dev.kilter.tools.messages.GroupNote.Member;
import dev.kilter.tools.messages.HealthNote;
import dev.kilter.tools.messages.Paint;
import dev.kilter.tools.messages.Printable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Writes messages as lines whose columns line up, and which fit the terminal. */
final class MessageLines {
  private static final String GAP = "  ";
  private static final String CUT = "…";
  private static final int SEVERITY_WIDTH = 8;
  private static final int NARROWEST = 8;
  private static final int SCORE_WIDTH = 20;

  private final Look look;
  private final AlertText text;
  private final GrowingColumn phases = new GrowingColumn(NARROWEST);
  private final GrowingColumn detectors;
  private final GrowingColumn entities = new GrowingColumn(NARROWEST);
  private final GrowingColumn scores = new GrowingColumn(SCORE_WIDTH);

  /** Lines for these detectors, which are the longest that is to be expected. */
  MessageLines(Look look, AlertText text, int longestDetector) {
    this.look = look;
    this.text = text;
    this.detectors = new GrowingColumn(longestDetector);
  }

  /**
   * When, how bad, why it is told, who, how high the score is, what is off; the rest if it fits.
   */
  String of(AlertMessage alert) {
    String line =
        line(
            begin(alert.moment().time(), alert.severity()),
            phases.cell(phase(alert)),
            detectors.cell(alert.about().detector()),
            entities.cell(alert.entity()),
            scores.cell(score(alert.excess())),
            (alert.state().late() ? "late: " : "") + text.of(alert));
    return shown(withSummary(line, alert.summary()), alert.moment().time(), Paint.of(alert));
  }

  /** When, how bad, what became of it, whose detector it is, how many incidents, and what. */
  String of(GroupNote group) {
    int incidents = group.incidents().size();
    String line =
        line(
            begin(group.moment().time(), group.severity()),
            phases.cell(phase(group)),
            detectors.cell(detector(group)),
            entities.cell("group"),
            scores.cell(incidents + (incidents == 1 ? " incident" : " incidents")),
            group.summary());
    return shown(line, group.moment().time(), Paint.of(group));
  }

  /** What stands in the way of judging whom, or does no more. */
  String of(HealthNote note) {
    String detector = note.scope().detector();
    String line =
        line(
            begin(note.time(), "health"),
            phases.cell(note.began() ? "began" : "ended"),
            detectors.cell(detector == null ? "" : detector),
            entities.cell(note.entity()),
            scores.cell(note.kind()),
            note.detail());
    return shown(line, note.time(), Paint.HEALTH);
  }

  private static String line(String... cells) {
    return String.join(GAP, cells).stripTrailing();
  }

  private static String begin(Instant time, String severity) {
    String word = severity.toUpperCase(Locale.ROOT);
    return time(time) + GAP + word + " ".repeat(Math.max(0, SEVERITY_WIDTH - word.length()));
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Why it is told; before that the status, where the reason alone would mislead. */
  private static String phase(AlertMessage alert) {
    String cause = alert.state().cause();
    if (cause.isEmpty()) {
      return alert.opens() ? "opened" : alert.closed() ? "closed" : "updated";
    }
    String status = alert.state().status();
    return status.equals("open") || status.equals(cause) ? cause : status + ": " + cause;
  }

  private static String phase(GroupNote group) {
    if (group.closed()) {
      return "closed";
    }
    return group.revision() == 1 ? "opened" : "updated";
  }

  /** Of all its incidents, or blank: they are of several. */
  private static String detector(GroupNote group) {
    List<String> detectors = group.incidents().stream().map(Member::detector).distinct().toList();
    return detectors.size() == 1 ? detectors.get(0) : "";
  }

  private static String score(AlertMessage.Excess excess) {
    if (Double.isNaN(excess.times())) {
      return "";
    }
    return String.format(
        "%5s = %4s × %s",
        HumanNumbers.significant(excess.score()),
        HumanNumbers.measured(excess.times()),
        HumanNumbers.significant(excess.threshold()));
  }

  private String withSummary(String line, String summary) {
    int left = look.columns() - line.length() - GAP.length();
    return summary.isEmpty() || summary.length() > left ? line : line + GAP + summary;
  }

  private String shown(String line, Instant time, Paint paint) {
    String fitting = fitting(Printable.of(line));
    int from = time(time).length() + GAP.length();
    int to = Math.min(from + SEVERITY_WIDTH, fitting.length());
    if (!look.colour() || from >= to) {
      return fitting;
    }
    return fitting.substring(0, from)
        + paint.on(fitting.substring(from, to))
        + fitting.substring(to);
  }

  private String fitting(String line) {
    if (line.codePointCount(0, line.length()) <= look.columns()) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, look.columns() - 1)) + CUT;
  }
}
