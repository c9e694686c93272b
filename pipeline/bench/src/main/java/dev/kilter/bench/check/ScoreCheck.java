package dev.kilter.bench.check;

import ai.onnxruntime.OrtException;
import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.peer.KilterPeer;
import dev.kilter.bench.peer.Peer;
import dev.kilter.bench.peer.Scored;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds what a peer says of a short stream against what the bare network says: a time counts only
 * if the same work was done. The scores must be the same to the last bit.
 */
public final class ScoreCheck {
  private static final Workload LOAD = new Workload(20);
  private static final int ROWS = 80;

  private ScoreCheck() {}

  /**
   * Runs a peer over the short stream. Of one that does not run the network only the number of
   * scores can be looked at, and whether they are numbers.
   *
   * @return how many scores were compared
   * @throws WrongScore when one is missing, is there twice, or is another
   */
  public static int check(Peer peer, BenchModel model) throws Exception {
    List<Scored> said = peer.with(model).firstScores(LOAD.machines() * ROWS, LOAD);
    String who = peer.label() + " with " + model.name();
    return peer.runsTheNetwork()
        ? compare(RightScores.of(model.bundle(), LOAD, ROWS), said, who)
        : count(LOAD.machines() * ROWS, said, who);
  }

  /** Runs Kilter over the short stream, in so many tasks of each kind. */
  public static int check(BenchModel model, int tasks) throws Exception {
    List<Scored> said =
        new KilterPeer(model.plan(), tasks).firstScores(LOAD.machines() * ROWS, LOAD);
    String who = "Kilter in %d tasks with %s".formatted(tasks, model.name());
    return compare(RightScores.of(model.bundle(), LOAD, ROWS), said, who);
  }

  static int count(int events, List<Scored> said, String who) {
    Set<Long> seen = new HashSet<>();
    for (Scored scored : said) {
      if (!Double.isFinite(scored.score()) || scored.score() <= 0) {
        throw new WrongScore(
            "%s says %s of event %d".formatted(who, scored.score(), scored.number()));
      }
      if (!seen.add(scored.number())) {
        throw new WrongScore("%s scores event %d twice".formatted(who, scored.number()));
      }
    }
    if (said.size() != events) {
      throw new WrongScore("%s scores %d events of %d".formatted(who, said.size(), events));
    }
    return events;
  }

  /**
   * Holds scores against the right ones.
   *
   * @return how many were compared
   * @throws WrongScore when one is missing, is there twice, or is another
   */
  public static int compare(RightScores right, List<Scored> said, String who) {
    Set<Long> missing = right.required();
    Set<Long> seen = new HashSet<>();
    for (Scored scored : said) {
      Double expected = right.scores().get(scored.number());
      if (expected == null || expected != scored.score()) {
        throw new WrongScore(
            "%s says %s of event %d, the bare network %s"
                .formatted(who, scored.score(), scored.number(), expected));
      }
      if (!seen.add(scored.number())) {
        throw new WrongScore("%s scores event %d twice".formatted(who, scored.number()));
      }
      missing.remove(scored.number());
    }
    if (!missing.isEmpty()) {
      throw new WrongScore(
          "%s says nothing of %d sequences, the first at event %d"
              .formatted(who, missing.size(), missing.iterator().next()));
    }
    return said.size();
  }

  /** Whether sequences in batches of this size score as they do one by one. */
  public static void checkBatch(BenchModel model, int batch) throws OrtException {
    double[] together = FirstScores.of(model.bundle(), batch, batch);
    double[] apart = FirstScores.of(model.bundle(), batch, 1);
    if (!Arrays.equals(together, apart)) {
      throw new WrongScore(
          "%s scores otherwise in batches of %d than one by one".formatted(model.name(), batch));
    }
  }
}
