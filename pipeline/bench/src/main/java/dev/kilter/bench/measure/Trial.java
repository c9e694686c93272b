package dev.kilter.bench.measure;

import dev.kilter.bench.peer.Peer;
import java.util.List;

/**
 * What one process measures: a peer, or the bare network with one size of batch, with one model.
 *
 * @param label what it is called in the table
 * @param model the model's name
 * @param path what an event goes through
 * @param benchmark which of JMH's benchmarks it is
 * @param parameter that benchmark's parameter beside the model
 * @param value the parameter's value
 */
public record Trial(
    String label, String model, String path, Class<?> benchmark, String parameter, String value) {
  private static final List<Integer> BATCHES = List.of(1, 8, 32, 64, 128, 512);

  /** The bare network in batches of each size. */
  public static List<Trial> bare(String model) {
    return BATCHES.stream()
        .map(
            batch ->
                new Trial(
                    "bare, batches of " + batch,
                    model,
                    "the network alone in a loop, on memory that stays",
                    BareNetworkBenchmark.class,
                    "batch",
                    String.valueOf(batch)))
        .toList();
  }

  /** A peer. */
  public static Trial of(Peer peer, String model) {
    return new Trial(
        peer.label(), model, peer.path(), PipelineBenchmark.class, "peer", peer.label());
  }

  /** Whether it is the limit that the others are held against. */
  public boolean isBare() {
    return benchmark == BareNetworkBenchmark.class;
  }
}
