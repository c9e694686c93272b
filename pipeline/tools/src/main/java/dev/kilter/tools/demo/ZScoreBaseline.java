package dev.kilter.tools.demo;

import dev.kilter.alert.AlertPolicy;
import dev.kilter.alert.UpdateRule;
import dev.kilter.tools.simulate.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The simplest detector there is, to be beaten: plain z-scores under the rules that suit them. */
final class ZScoreBaseline {
  private static final AlertPolicy POLICY = AlertPolicy.suiting(1, UpdateRule.NEVER);

  private final ZScores scores;
  private final Map<String, Watched> entities = new HashMap<>();
  private final List<Opening> openings = new ArrayList<>();

  ZScoreBaseline(ZScores scores) {
    this.scores = scores;
  }

  /** Takes the next reading; those of one entity come in time order. */
  void accept(Reading reading) {
    Watched watched = entities.computeIfAbsent(reading.entity(), unseen -> new Watched());
    boolean odd = scores.odd(reading);
    if (watched.incident == Watched.NO_INCIDENT) {
      lookOut(watched, odd, reading);
      return;
    }
    follow(watched, odd, reading);
  }

  /** Every incident so far. */
  List<Opening> openings() {
    return List.copyOf(openings);
  }

  private void lookOut(Watched watched, boolean odd, Reading reading) {
    watched.recent = (watched.recent << 1 | (odd ? 1 : 0)) & ((1L << POLICY.opening().of()) - 1);
    if (!odd || Long.bitCount(watched.recent) < POLICY.opening().odd()) {
      return;
    }
    watched.incident = openings.size();
    watched.recent = 0;
    watched.clearInARow = 0;
    openings.add(
        new Opening(
            reading.entity(), reading.timeMillis(), Opening.STILL_OPEN, scores.leading(reading)));
  }

  private void follow(Watched watched, boolean odd, Reading reading) {
    watched.clearInARow = odd ? 0 : watched.clearInARow + 1;
    if (watched.clearInARow == POLICY.closing().clear()) {
      Opening open = openings.get(watched.incident);
      openings.set(watched.incident, open.closedAt(reading.timeMillis()));
      watched.incident = Watched.NO_INCIDENT;
    }
  }

  /** What is remembered of one entity: its last verdicts as bits, and its open incident. */
  private static final class Watched {
    static final int NO_INCIDENT = -1;

    long recent;
    int incident = NO_INCIDENT;
    int clearInARow;
  }
}
