package dev.kilter.job.resume;

import java.util.Collection;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;

/** The form that the state of entities has on disk. */
public enum StateForm {
  /** Flink's own for savepoints, which whatever keeps state reads; also where there is none. */
  CANONICAL,
  /** That of a checkpoint: what has written it reads it, and nothing else. */
  NATIVE;

  static StateForm of(Collection<KeyedStateHandle> handles) {
    return handles.stream().allMatch(KeyGroupsSavepointStateHandle.class::isInstance)
        ? CANONICAL
        : NATIVE;
  }

  /**
   * What becomes of state in this form.
   *
   * @param before what has kept it, as Flink calls it
   * @param now what is to keep it, or null: that is not known here
   */
  Fate fate(String before, String now) {
    String part = "state of entities";
    if (this == CANONICAL) {
      return Fate.kept(part, "in the form of a savepoint, for heap and rocksdb");
    }
    String own = label(before);
    if (now == null) {
      return Fate.kept(
          part, "a checkpoint of " + own + ": goes on where checkpoints.state is that");
    }
    return before.equals(now)
        ? Fate.kept(part, "a checkpoint of " + own + ", which goes on with that")
        : Fate.refused(
            part,
            "a checkpoint of "
                + own
                + " is read by that alone, and checkpoints.state is "
                + label(now)
                + ": go on with "
                + own
                + ", stop with a savepoint, and go on from that");
  }

  /** As the pipeline file has it. */
  private static String label(String backend) {
    return backend.equals("hashmap") ? "heap" : backend;
  }
}
