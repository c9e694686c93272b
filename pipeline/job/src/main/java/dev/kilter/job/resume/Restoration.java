package dev.kilter.job.resume;

import dev.kilter.UserError;
import dev.kilter.job.JobSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What becomes of the state of a savepoint under a pipeline file.
 *
 * @param savepoint the savepoint
 * @param now what the pipeline file says
 * @param fates part by part
 */
public record Restoration(Savepoint savepoint, PipelineFacts now, List<Fate> fates) {

  /**
   * Holds a savepoint against a pipeline file.
   *
   * @param backend what is to keep the state, as Flink calls it, or null: that is not known here
   */
  public static Restoration of(Savepoint savepoint, PipelineFacts now, String backend) {
    if (savepoint.facts() == null) {
      return new Restoration(savepoint, now, List.of(unknown()));
    }
    List<Fate> fates = new ArrayList<>(PipelineFates.of(savepoint.facts(), now));
    fates.add(savepoint.form().fate(savepoint.facts().backend(), backend));
    if (savepoint.maxParallelism() != JobSettings.MAX_PARALLELISM) {
      fates.add(divided(savepoint.maxParallelism()));
    }
    return new Restoration(savepoint, now, List.copyOf(fates));
  }

  private static Fate unknown() {
    return Fate.refused(
        "pipeline file",
        "the state does not say under which it was kept: it is not Kilter's, or of a build before"
            + " 0.1.0. Start without it");
  }

  private static Fate divided(int maxParallelism) {
    return Fate.refused(
        "state of entities",
        "is divided into "
            + maxParallelism
            + " parts, and this build divides it into "
            + JobSettings.MAX_PARALLELISM
            + ": go on with the build that wrote it");
  }

  /** Whether the pipeline must not go on from there. */
  public boolean isRefused() {
    return fates.stream().anyMatch(fate -> fate.outcome() == Outcome.REFUSED);
  }

  /** Whether there is state for which the pipeline has no place any more, and none is needed. */
  boolean leavesState() {
    return savepoint.facts() != null
        && !now.topics().keySet().containsAll(savepoint.facts().topics().keySet());
  }

  /**
   * Does nothing where the pipeline may go on from there.
   *
   * @throws UserError saying what is refused
   */
  void check() {
    refuse(savepoint.place(), fates);
  }

  /**
   * The same of state that is at hand.
   *
   * @param place where it comes from
   * @throws UserError saying what is refused
   */
  public static void refuse(String place, List<Fate> fates) {
    List<String> refused =
        fates.stream()
            .filter(fate -> fate.outcome() == Outcome.REFUSED)
            .map(fate -> "  " + fate + ".")
            .toList();
    if (!refused.isEmpty()) {
      throw new UserError(
          refused.stream()
              .collect(
                  Collectors.joining("\n", "The pipeline cannot go on from " + place + ":\n", "")));
    }
  }
}
