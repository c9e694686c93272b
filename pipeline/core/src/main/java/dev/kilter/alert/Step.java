package dev.kilter.alert;

/**
 * What comes of one verdict.
 *
 * @param phase where the entity is now
 * @param cause what there is to tell of the phase's incident, or null: nothing
 */
record Step(Phase phase, AlertCause cause) {

  static Step quietly(Phase phase) {
    return new Step(phase, null);
  }
}
