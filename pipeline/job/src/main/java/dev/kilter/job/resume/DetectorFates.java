package dev.kilter.job.resume;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of what the detectors remember of entities. */
final class DetectorFates {
  private static final String REMEMBERED =
      "rows, averages, baselines, learned thresholds and what the model carries";

  private static final String KEPT =
      "incidents, rows, averages, baselines, what the model carries, and thresholds that are learned"
          + " as before";

  private DetectorFates() {}

  static List<Fate> of(List<DetectorFacts> before, List<DetectorFacts> now) {
    Map<String, DetectorFacts> former = new LinkedHashMap<>();
    before.forEach(detector -> former.put(detector.id(), detector));
    List<Fate> fates = new ArrayList<>();
    for (DetectorFacts detector : now) {
      fates.add(of(former.remove(detector.id()), detector));
    }
    for (DetectorFacts gone : former.values()) {
      fates.add(
          Fate.dropped(
              part(gone),
              "is not in the file: what it remembers; what it has told open is told closed"));
    }
    return fates;
  }

  private static Fate of(DetectorFacts before, DetectorFacts now) {
    if (before == null) {
      return Fate.anew(part(now), "is new: begins with the next row of each entity");
    }
    if (!before.model().equals(now.model())) {
      return Fate.anew(
          part(now), model(before, now) + ": " + REMEMBERED + "; open incidents stay open");
    }
    if (!before.own().equals(now.own())) {
      return Fate.anew(
          part(now),
          "models or statistics of single entities have changed: for those entities "
              + REMEMBERED
              + "; for the others all is kept");
    }
    return Fate.kept(part(now), KEPT + entities(before, now));
  }

  private static String model(DetectorFacts before, DetectorFacts now) {
    return before.modelShown().equals(now.modelShown())
        ? now.modelShown() + " is not what it was, under the same name and version"
        : "judged with " + before.modelShown() + ", judges with " + now.modelShown();
  }

  private static String entities(DetectorFacts before, DetectorFacts now) {
    return before.entities().equals(now.entities())
        ? ""
        : "; it watches "
            + now.entities()
            + " instead of "
            + before.entities()
            + ": who comes in begins anew, of whom it leaves nothing more is judged";
  }

  private static String part(DetectorFacts detector) {
    return "detector " + detector.id();
  }
}
