package dev.kilter.tools.calibrate;

import dev.kilter.tools.demo.HumanNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the user should know of a calibration beside its numbers. */
final class Notes {
  private static final double WORTH_TELLING = 0.05;
  private static final int FEW = 10;

  private final Order order;
  private final BundleDraft draft;
  private final List<String> notes = new ArrayList<>();

  Notes(Order order, BundleDraft draft) {
    this.order = order;
    this.draft = draft;
    if (order.normal().pipeline() == null) {
      notes.add(
          "without --pipeline no value was out of range and none flat; where the pipeline that it is"
              + " for has such rules, calibrate with its file");
    }
    if (order.wishes().measuresScaling(draft.contract())) {
      notes.add(
          "scaling was measured here; if the network was trained with another, write that into"
              + " model.json, and 0 and 1 if it scales by itself");
    }
    notes.add(
        order.wishes().keptGolden(draft) == null
            ? "golden.json holds what the network gives now: it shows later changes, not that the"
                + " export was right"
            : "golden.json is kept, and met");
  }

  void of(NormalData.Survey survey) {
    survey
        .unused()
        .mostly()
        .ifPresent(most -> notes.add(counted(survey.unused(), "inputs were no events", most)));
  }

  void of(MeasuredScaling scaling) {
    notes.addAll(scaling.warnings());
  }

  void of(NormalErrors errors) {
    Reasons not = errors.notJudged();
    boolean many = not.total() > WORTH_TELLING * (errors.measured() + errors.held());
    not.mostly()
        .filter(most -> many)
        .ifPresent(most -> notes.add(counted(not, "rows could not be judged", most)));
  }

  void of(Quantiles quantiles) {
    for (String level : quantiles.levels()) {
      double above = (1 - Double.parseDouble(level)) * quantiles.scores().total();
      if (above < FEW) {
        notes.add(
            "quantile "
                + level
                + " means little: of so few scores fewer than "
                + FEW
                + " are above it; record more");
      }
    }
  }

  private static String counted(Reasons reasons, String what, String most) {
    return HumanNumbers.grouped(reasons.total()) + " " + what + ", mostly: " + most;
  }

  List<String> all() {
    return List.copyOf(notes);
  }

  /** For who reads {@code model.json} later. */
  Map<String, Object> forTheContract(NormalRows rows, NormalErrors errors) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("recordings", order.normal().files().names());
    kept.put("entities", rows.entities().size());
    kept.put("rows", rows.rows());
    kept.put("sequences", errors.measured() + errors.held());
    kept.put("heldOut", order.wishes().heldOut());
    kept.put("scalingMeasured", order.wishes().measuresScaling(draft.contract()));
    return kept;
  }
}
