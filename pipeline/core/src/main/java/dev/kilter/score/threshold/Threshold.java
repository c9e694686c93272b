package dev.kilter.score.threshold;

import java.io.Serializable;

/** What an entity's averaged score may not exceed, under one version of its model. */
public sealed interface Threshold extends Serializable
    permits StandingThreshold, AdaptiveThreshold, PeaksOverThreshold {

  /**
   * What may not be exceeded now; the calibrated score as long as too little was seen. A score is
   * held against what was known before it.
   *
   * @param state what was seen of the entity; what another rule or another model version has
   *     learned counts for nothing
   */
  double of(ThresholdState state);

  /**
   * What was seen of the entity with one more score.
   *
   * @param averagedScore the score that was judged; one that is no finite number says nothing
   * @param inAlarm whether an incident is open: then nothing is learned, or a fault would become
   *     normal
   * @return the same object where nothing was learned
   */
  ThresholdState after(ThresholdState state, double averagedScore, boolean inAlarm);
}
