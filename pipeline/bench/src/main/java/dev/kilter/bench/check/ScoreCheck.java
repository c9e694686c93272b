package dev.kilter.bench.check;

import ai.onnxruntime.OrtException;
import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.load.MemorySource;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.peer.FlinkPeer;
import dev.kilter.bench.peer.Peer;
import dev.kilter.bench.peer.Scored;
import dev.kilter.job.JobSettings;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Holds what a peer says of a short stream against what the bare network says: a time counts only
 * if the same work was done. The scores must be the same to the last bit.
 */
public final class ScoreCheck {
  private static final Workload LOAD = new Workload(20);
  private static final int ROWS = 80;

  private ScoreCheck() {}

  /**
   * Runs a peer over the short stream.
   *
   * @return how many scores were compared
   * @throws WrongScore when one is missing, is there twice, or is another
   */
  public static int check(Peer peer, BenchModel model) throws Exception {
    RightScores right = RightScores.of(model.bundle(), LOAD, ROWS);
    List<Scored> said = run(peer.with(model));
    return compare(right, said, peer.label() + " with " + model.name());
  }

  private static List<Scored> run(FlinkPeer peer) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    JobSettings.applyBounded(env);
    int events = LOAD.machines() * ROWS;
    return peer.scores(MemorySource.first(events, env, LOAD))
        .executeAndCollect("check", 2 * events);
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
