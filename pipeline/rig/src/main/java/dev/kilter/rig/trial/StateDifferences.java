package dev.kilter.rig.trial;

/**
 * In what a state in the end differs from that of an undisturbed pipeline.
 *
 * @param kept of so many things something is kept in the undisturbed one
 * @param different of so many it is another here, or only here, or not here
 */
public record StateDifferences(int kept, int different) {

  @Override
  public String toString() {
    return different + " of " + kept;
  }
}
