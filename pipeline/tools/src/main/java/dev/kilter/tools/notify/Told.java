package dev.kilter.tools.notify;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was delivered in this run, by incident, as far as that is kept. A job that was restarted
 * writes its latest alerts again; they need not be told again.
 */
final class Told {
  private final Map<String, Integer> revisions;

  /** Keeps so many incidents, those that were told last. */
  Told(int most) {
    revisions =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > most;
          }
        };
  }

  void add(Notice notice) {
    revisions.merge(notice.id(), notice.revision(), Math::max);
  }

  void clear() {
    revisions.clear();
  }

  boolean has(Notice notice) {
    return revisions.getOrDefault(notice.id(), 0) >= notice.revision();
  }
}
