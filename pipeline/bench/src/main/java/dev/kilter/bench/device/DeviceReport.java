package dev.kilter.bench.device;

import dev.kilter.bench.report.Machine;
import java.util.List;
import java.util.Map;

/**
 * All that was measured, for programs.
 *
 * @param time when, as ISO 8601
 * @param machine on what
 * @param rounds how often
 * @param seconds for how long each time
 * @param models each model
 */
public record DeviceReport(
    String time, Machine machine, int rounds, int seconds, List<OfModel> models) {

  /**
   * A model on each processor.
   *
   * @param model its name and version
   * @param counted what goes through: sequences, or steps of those that carry their state
   * @param lines each processor with each size of batch
   * @param missing which processors there were not, and why; and why larger batches were not
   * @param advice what it comes to
   */
  public record OfModel(
      String model,
      String counted,
      List<DeviceLine> lines,
      Map<String, String> missing,
      Advice advice) {}
}
