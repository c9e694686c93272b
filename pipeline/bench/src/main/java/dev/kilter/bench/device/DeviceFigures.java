package dev.kilter.bench.device;

import dev.kilter.bench.report.Spread;
import dev.kilter.onnx.ModelRunException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures one network on one processor, round by round. */
final class DeviceFigures {
  private final String provider;
  private final MeasuredNetwork network;
  private final Map<Integer, List<Double>> perSecond = new LinkedHashMap<>();
  private int most;
  private String whyNoLarger;

  /**
   * Nothing is measured yet.
   *
   * @param most the size of the largest batches
   */
  DeviceFigures(String provider, MeasuredNetwork network, int most) {
    this.provider = provider;
    this.network = network;
    this.most = most;
  }

  /** Measures batches of each size once: 1, 2, 4 and so on, as far as the network runs on them. */
  void measure(Stopwatch stopwatch) {
    for (int size = 1; size <= most; size *= 2) {
      try {
        double found = stopwatch.perSecond(network, size);
        perSecond.computeIfAbsent(size, unseen -> new ArrayList<>()).add(found);
      } catch (ModelRunException e) {
        most = size - 1;
        whyNoLarger = e.getMessage();
        perSecond.remove(size);
      }
    }
  }

  List<DeviceLine> lines() {
    return perSecond.entrySet().stream()
        .map(each -> new DeviceLine(provider, each.getKey(), Spread.of(each.getValue())))
        .toList();
  }

  /** Why larger batches did not go through, as the runtime says it; null where they did. */
  String whyNoLarger() {
    return whyNoLarger;
  }
}
