package dev.kilter.tools.model;

import dev.kilter.onnx.NetworkInspection;
import dev.kilter.onnx.NetworkWork;
import dev.kilter.onnx.graph.OtherOperations;
import dev.kilter.tools.demo.HumanNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How large a network is, and what it takes to run it, in words. */
final class NetworkFacts {
  static final int BATCH = 32;
  private static final double KIBIBYTE = 1024;

  private final NetworkInspection network;
  private final FactLines facts = new FactLines();

  NetworkFacts(NetworkInspection network) {
    this.network = network;
  }

  List<String> lines() {
    facts.begin();
    facts.add("Parameters", HumanNumbers.grouped(network.parameters()) + spare());
    Optional<NetworkWork> one = network.work(1);
    Optional<NetworkWork> many = network.work(BATCH);
    facts.add(
        "Operations",
        one.map(NetworkFacts::operations).orElse("unknown: it does not run on zeros"));
    facts.add("Memory", String.join("; ", memory(one, many)));
    facts.add("SHA-256", network.sha256() + promise());
    return facts.lines();
  }

  private String spare() {
    long inLayers =
        network.layers().stream()
            .filter(layer -> !(layer instanceof OtherOperations))
            .flatMap(layer -> layer.weights().stream())
            .distinct()
            .mapToLong(weight -> weight.values().length)
            .sum();
    long others = network.parameters() - inLayers;
    return others == 0 ? "" : ", " + HumanNumbers.grouped(others) + " of them in none of the boxes";
  }

  private static String operations(NetworkWork work) {
    return HumanNumbers.grouped(work.operations())
        + " multiply-adds for a sequence of "
        + work.rows()
        + (work.rows() == 1 ? " row" : " rows");
  }

  private List<String> memory(Optional<NetworkWork> one, Optional<NetworkWork> many) {
    List<String> memory = new ArrayList<>();
    memory.add(size(network.parameters() * Float.BYTES) + " of weights");
    one.ifPresent(
        work -> memory.add("at most " + size(work.values()) + " of values for a sequence"));
    many.ifPresent(work -> memory.add(size(work.values()) + " for " + BATCH + " at once"));
    return memory;
  }

  private String promise() {
    return network
        .contract()
        .map(contract -> contract.sha256().equals(network.sha256()))
        .map(
            same -> same ? ", as model.json says" : "; model.json says another: it is not admitted")
        .orElse("");
  }

  private static String size(long bytes) {
    double size = bytes / KIBIBYTE;
    return size < KIBIBYTE
        ? String.format(Locale.ROOT, "%.1f KiB", size)
        : String.format(Locale.ROOT, "%.1f MiB", size / KIBIBYTE);
  }
}
