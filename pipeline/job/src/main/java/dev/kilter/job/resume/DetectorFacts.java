package dev.kilter.job.resume;

import dev.kilter.Digest;
import dev.kilter.event.PerEntity;
import dev.kilter.job.Detector;
import java.io.Serializable;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a savepoint says of a detector.
 *
 * @param id its id
 * @param entities which entities it watches
 * @param model name and version of the model, and a digest of all that makes it what it is; of
 *     entities without a model of their own
 * @param own how many entities have one of their own, and a digest of those; empty where none has
 */
public record DetectorFacts(String id, String entities, String model, String own)
    implements Serializable {
  private static final String NO_MODEL = "none";

  static DetectorFacts of(Detector detector) {
    PerEntity<String> versions = detector.sequences().modelVersions();
    return new DetectorFacts(
        detector.id(),
        detector.sequences().entities().toString(),
        versions.others() == null ? NO_MODEL : versions.others(),
        own(versions.own()));
  }

  private static String own(Map<String, String> versions) {
    String[] parts =
        versions.entrySet().stream()
            .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
            .toArray(String[]::new);
    return versions.isEmpty() ? "" : versions.size() + "#" + Digest.of(parts);
  }

  /** The model as people know it, and its classifier. */
  String modelShown() {
    return model.replaceAll("#[^+]*", "");
  }
}
