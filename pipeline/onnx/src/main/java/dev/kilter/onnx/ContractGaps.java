package dev.kilter.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a draft of {@code model.json} leaves open that no data can tell. */
final class ContractGaps {
  private static final Set<String> AGES = Set.of("hold", "linear");

  private final JsonNode contract;
  private final List<String> gaps = new ArrayList<>();

  private ContractGaps(JsonNode contract) {
    this.contract = contract;
  }

  /** A line for each: the key, and what belongs there. */
  static List<String> of(JsonNode contract) {
    ContractGaps gaps = new ContractGaps(contract);
    gaps.text("", contract, "name", "the model's name");
    gaps.text("", contract, "version", "the model's version");
    gaps.text("", contract, "kind", "reconstruction");
    gaps.channels();
    gaps.missing("", "sequence", "length", "how many rows the network takes at once");
    gaps.text("", contract, "axes", "time-major or batch-major, as the network was trained");
    gaps.roles("inputs", "sequence, mask or lengths");
    gaps.roles("outputs", "reconstruction or errors; an output without a role can be left out");
    return gaps.gaps;
  }

  private void channels() {
    JsonNode channels = contract.path("channels");
    if (channels.isEmpty()) {
      gaps.add("channels: those the network was trained on, in its order");
    }
    for (int at = 0; at < channels.size(); at++) {
      JsonNode channel = channels.get(at);
      String key = "channels[" + at + "].";
      text(key, channel, "name", "its name in the pipeline file, in the network's order");
      text(key, channel, "unit", "its unit in the pipeline file, \"\" if it has none there");
      if (AGES.contains(channel.path("fill").asText()) && channel.path("maximumAge").isNull()) {
        gaps.add(key + "maximumAge: how long a value stands in for a missing one, as in PT60S");
      }
    }
  }

  private void roles(String list, String what) {
    JsonNode tensors = contract.path(list);
    for (int at = 0; at < tensors.size(); at++) {
      text(list + "[" + at + "].", tensors.get(at), "role", what);
    }
  }

  private void text(String before, JsonNode parent, String key, String what) {
    if (!parent.path(key).isTextual()) {
      gaps.add(before + key + ": " + what);
    }
  }

  private void missing(String before, String parent, String key, String what) {
    if (contract.path(parent).path(key).isMissingNode()
        || contract.path(parent).path(key).isNull()) {
      gaps.add(before + parent + "." + key + ": " + what);
    }
  }
}
