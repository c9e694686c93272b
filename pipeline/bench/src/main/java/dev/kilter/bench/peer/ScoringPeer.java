package dev.kilter.bench.peer;

import dev.kilter.bench.load.Workload;
import java.util.List;

/** A way to score a stream: one that Flink runs, or one that runs without it. */
public sealed interface ScoringPeer permits FlinkPeer, StreamsPeer {

  /** Every score of so many events, from the first, to be held against the right ones. */
  List<Scored> firstScores(int events, Workload load) throws Exception;

  /** What is timed: starts on events without an end. */
  RunningPeer start(Workload load) throws Exception;
}
