package dev.kilter.rig.trial;

import java.util.List;

/**
 * In what a state in the end differs from that of an undisturbed pipeline.
 *
 * @param kept so many things are kept in the undisturbed one
 * @param different what is another here, or only here, or not here
 */
public record StateDifferences(int kept, List<String> different) {

  /** Makes sure that nobody changes the list. */
  public StateDifferences {
    different = List.copyOf(different);
  }

  @Override
  public String toString() {
    String count = different.size() + " of " + kept;
    return different.isEmpty() ? count : count + " (such as " + different.get(0) + ")";
  }
}
