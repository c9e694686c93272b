package dev.kilter.job.config;

import dev.kilter.alert.quiet.QuietTime;
import dev.kilter.alert.quiet.Recurrence;
import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.EntityPattern;
import dev.kilter.job.quiet.RecurringWindows;
import dev.kilter.job.quiet.RuleSurvey;
import dev.kilter.job.quiet.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the quiet times of a pipeline file. */
final class QuietReader {
  /** The longest name an entity may have. */

  /** Stands in for what cannot be read. */
  private static final Recurrence UNREADABLE = new TimeWindow(0, 1);

  private final YamlSection quiet;
  private final String from;
  private final String until;
  private final String lasting;
  private final Duration length;
  private final String repeat;
  private final String zoneName;
  private final ZoneId zone;

  private QuietReader(YamlSection quiet) {
    this.quiet = quiet;
    this.from = quiet.text("from");
    this.until = quiet.text("until", null);
    this.lasting = quiet.text("for", null);
    this.length = lasting == null ? null : quiet.parsed("for", null, Parsers::positiveDuration);
    this.repeat = quiet.text("repeat", null);
    this.zoneName = quiet.text("zone", null);
    this.zone = zoneName == null ? null : quiet.parsed("zone", null, Parsers::zone);
  }

  /**
   * Reads all of them.
   *
   * @param known the ids of the pipeline's detectors
   */
  static List<QuietTime> read(List<YamlSection> sections, List<String> known) {
    List<QuietTime> times = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlSection section : sections) {
      QuietTime time = read(section, known);
      if (!names.add(time.name()) && !time.name().isEmpty()) {
        section.wrong("name", quoted(time.name()) + ", again", "unique in the pipeline");
      }
      times.add(time);
    }
    return times;
  }

  private static QuietTime read(YamlSection section, List<String> known) {
    String name = section.text("name");
    String entities = section.text("entities");
    if (entities.length() > EntityPattern.LONGEST) {
      section.wrong(
          "entities", "too long", "at most " + EntityPattern.LONGEST + " characters, as names are");
    }
    List<String> detectors = section.list("detectors");
    for (String detector : detectors) {
      if (!known.contains(detector)) {
        section.wrong("detectors", quoted(detector), "of the detectors there are, " + known);
      }
    }
    Recurrence recurrence = new QuietReader(section).recurrence();
    section.finish();
    return new QuietTime(name, EntityPattern.of(entities), detectors, recurrence);
  }

  private Recurrence recurrence() {
    boolean ends = endIsRight();
    WrittenTime begin = from.isEmpty() ? null : time("from", from);
    if (begin == null || !ends) {
      return UNREADABLE;
    }
    return repeat == null ? once(begin) : again(begin);
  }

  /** Whether it says in one way when it ends; else that is noted. */
  private boolean endIsRight() {
    if (until == null && lasting == null) {
      quiet.wrong("until", "missing", "given, or for in its place, such as for: 4h");
      return false;
    }
    if (until != null && repeat != null) {
      quiet.wrong(
          "until",
          quoted(until),
          "left out where it is repeated: for says how long each lasts, and UNTIL in repeat when the"
              + " last begins");
      return false;
    }
    if (until != null && lasting != null) {
      quiet.wrong("for", "there beside until", "left out, or until left out");
      return false;
    }
    return until != null || length != null;
  }

  private Recurrence once(WrittenTime begin) {
    Instant first = begin.instant(zone);
    if (until == null) {
      return new TimeWindow(first.toEpochMilli(), first.plus(length).toEpochMilli());
    }
    WrittenTime end = time("until", until);
    if (end == null) {
      return UNREADABLE;
    }
    if (end.instant(zone).toEpochMilli() <= first.toEpochMilli()) {
      quiet.wrong("until", quoted(until), "after from, " + quoted(from));
      return UNREADABLE;
    }
    return new TimeWindow(first.toEpochMilli(), end.instant(zone).toEpochMilli());
  }

  private Recurrence again(WrittenTime begin) {
    ZoneId where = begin.zone(zone);
    LocalDateTime first = begin.local(where);
    if (!first.truncatedTo(ChronoUnit.SECONDS).equals(first)) {
      quiet.wrong("from", quoted(from), "in whole seconds where it is repeated");
      return UNREADABLE;
    }
    WindowRule rule = new WindowRule(repeat, first, where, length);
    try {
      return isRight(rule, RuleSurvey.of(rule)) ? new RecurringWindows(rule) : UNREADABLE;
    } catch (IllegalArgumentException e) {
      quiet.wrong("repeat", quoted(repeat), e.getMessage());
      return UNREADABLE;
    }
  }

  /** Whether windows can be made by the rule; else it is noted why not. */
  private boolean isRight(WindowRule rule, RuleSurvey survey) {
    if (survey.first() == null) {
      quiet.wrong(
          "repeat", quoted(repeat), "a rule that happens, and no time of this one was found");
      return false;
    }
    if (!survey.first().equals(rule.first())) {
      String right = "when the first window of its rule begins, such as " + survey.first();
      quiet.wrong("from", quoted(from), right);
      return false;
    }
    if (survey.lostAfter() != null) {
      String right =
          "a rule that happens again soon; after " + survey.lostAfter() + " none was found";
      quiet.wrong("repeat", quoted(repeat), right);
      return false;
    }
    if (survey.closest() != null && length.compareTo(survey.closest()) > 0) {
      quiet.wrong("for", quoted(lasting), "at most " + closest(survey));
      return false;
    }
    return true;
  }

  private static String closest(RuleSurvey survey) {
    return Durations.text(survey.closest())
        + ": the next window after that of "
        + survey.closestAt()
        + " would begin before it ends";
  }

  /** A time, or null if it cannot be told; then that is noted. */
  private WrittenTime time(String key, String text) {
    try {
      WrittenTime time = WrittenTime.parse(text);
      if (!time.isLocal() || zone != null) {
        return time;
      }
    } catch (IllegalArgumentException e) {
      quiet.wrong(key, quoted(text), e.getMessage());
      return null;
    }
    if (zoneName == null) {
      String right = "with its offset, as in " + text + "Z, or zone given, such as Europe/Berlin";
      quiet.wrong(key, quoted(text), right);
    }
    return null;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
