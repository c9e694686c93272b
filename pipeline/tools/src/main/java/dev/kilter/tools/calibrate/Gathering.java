package dev.kilter.tools.calibrate;

import java.io.Serializable;

/**
 * What is known of a stream after it has passed. Every task gathers for itself, and what they have
 * is merged in any order: the result must not depend on it.
 *
 * @param <T> what passes
 * @param <G> the gathering itself
 */
interface Gathering<T, G extends Gathering<T, G>> extends Serializable {

  /** Takes in one more. */
  void add(T element);

  /** Takes in what another task has gathered. */
  void merge(G other);
}
