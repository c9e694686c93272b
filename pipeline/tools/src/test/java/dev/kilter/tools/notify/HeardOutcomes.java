package dev.kilter.tools.notify;

import java.util.ArrayList;
import java.util.List;

/** Keeps what became of notices, a line each. */
final class HeardOutcomes implements Outcomes {
  private final List<String> lines = new ArrayList<>();

  List<String> lines() {
    return lines;
  }

  @Override
  public void delivered(Notice notice) {
    lines.add("delivered " + notice.eventId());
  }

  @Override
  public void repeated(Notice notice) {
    lines.add("repeated " + notice.eventId());
  }

  @Override
  public void refused(Notice notice, String why) {
    lines.add("refused " + notice.eventId() + ": " + why);
  }

  @Override
  public void delayed(String why) {
    lines.add("delayed: " + why);
  }
}
