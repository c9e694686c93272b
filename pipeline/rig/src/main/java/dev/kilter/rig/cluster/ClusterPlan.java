package dev.kilter.rig.cluster;

/**
 * How large a cluster is.
 *
 * @param jobManagers how many job managers; from two on one takes over where the other dies
 * @param taskManagers how many task managers there are at first
 * @param slots how many tasks of each kind a task manager runs
 * @param cuttable whether the first task manager can be cut off, if this machine permits that
 */
public record ClusterPlan(int jobManagers, int taskManagers, int slots, boolean cuttable) {

  /** One on which things are broken: a task manager more than a job of two tasks needs. */
  public static ClusterPlan forFaults() {
    return new ClusterPlan(2, 3, 1, true);
  }

  /** One with a single task manager, in which all that jobs leave behind comes together. */
  public static ClusterPlan forLeaks() {
    return new ClusterPlan(1, 1, 1, false);
  }
}
