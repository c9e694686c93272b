package dev.kilter.bench.measure;

import dev.kilter.bench.peer.Peer;
import java.util.List;
import java.util.Map;

/**
 * What one process measures: a way to do the work, or what limits all of them, with one model.
 *
 * @param label what it is called in the table
 * @param model the model's name
 * @param path what an event goes through
 * @param benchmark which of JMH's benchmarks it is
 * @param parameters that benchmark's parameters
 * @param limit whether it is the limit that the others are held against
 */
public record Trial(
    String label,
    String model,
    String path,
    Class<?> benchmark,
    Map<String, String> parameters,
    boolean limit) {
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
                    Map.of("model", model, "batch", String.valueOf(batch)),
                    true))
        .toList();
  }

  /** A peer. */
  public static Trial of(Peer peer, String model) {
    return new Trial(
        peer.label(),
        model,
        peer.path(),
        PipelineBenchmark.class,
        Map.of("model", model, "peer", peer.label()),
        false);
  }
}
