package dev.kilter.tools.redrive;

import dev.kilter.tools.demo.HumanNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the dead letters. */
final class RedriveTally {
  private final Map<String, Long> sent = new TreeMap<>();
  private final Map<String, Long> kept = new TreeMap<>();
  private long others;

  void sent(Letter letter) {
    sent.merge(letter.reason(), 1L, Long::sum);
  }

  /** Counts a letter that was meant but could not be sent. */
  void kept(String why) {
    kept.merge(why, 1L, Long::sum);
  }

  /** Counts a letter that was not meant. */
  void other() {
    others++;
  }

  long sent() {
    return sent.values().stream().mapToLong(count -> count).sum();
  }

  /** What a person reads in the end. */
  List<String> lines(boolean dryRun) {
    List<String> lines = new ArrayList<>();
    String verb = dryRun ? "would be sent back" : "sent back";
    String not = dryRun ? "would not be sent back" : "not sent back";
    sent.forEach((reason, count) -> lines.add(line(count, reason + ", " + verb)));
    kept.forEach((why, count) -> lines.add(line(count, not + ": " + why)));
    lines.add(line(others, "not meant"));
    return lines;
  }

  private static String line(long count, String what) {
    return "%9s  %s".formatted(HumanNumbers.grouped(count), what);
  }
}
