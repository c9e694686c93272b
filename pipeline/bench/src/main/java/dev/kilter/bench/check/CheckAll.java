package dev.kilter.bench.check;

import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.peer.Peer;
import java.io.PrintWriter;
import java.util.List;

/** Compares the scores of every peer with every model, and tells how it went. */
public final class CheckAll {
  private final PrintWriter out;
  private boolean allRight = true;

  /** A check that tells here. */
  public CheckAll(PrintWriter out) {
    this.out = out;
  }

  /** Whether all scores are right. */
  public boolean run(List<Peer> peers, List<BenchModel> models) throws Exception {
    for (BenchModel model : models) {
      for (Peer peer : peers) {
        if (peer.takes(model)) {
          check(peer, model);
        }
      }
    }
    return allRight;
  }

  private void check(Peer peer, BenchModel model) throws Exception {
    try {
      int scores = ScoreCheck.check(peer, model);
      tell("%-19s %-26s %,d scores, " + found(peer), peer, model, scores);
    } catch (WrongScore e) {
      allRight = false;
      tell("%-19s %-26s WRONG: %s", peer, model, e.getMessage());
    }
  }

  private static String found(Peer peer) {
    return peer.runsTheNetwork() ? "all as the bare network's" : "all numbers; it runs no network";
  }

  private void tell(String line, Peer peer, BenchModel model, Object what) {
    out.println(line.formatted(peer.label(), model.name(), what));
    out.flush();
  }
}
