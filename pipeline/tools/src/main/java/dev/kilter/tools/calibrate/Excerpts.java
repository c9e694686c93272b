package dev.kilter.tools.calibrate;

import java.io.Serializable;
import java.util.Comparator;

/** The excerpts worth keeping of all that were seen: few, whatever the length of the recording. */
final class Excerpts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Excerpt[] liveliest;
  private Excerpt newest;

  Excerpts(int channels) {
    this.liveliest = new Excerpt[channels];
  }

  void offer(Excerpt excerpt) {
    newest = greater(newest, excerpt, Excerpt.NEWEST);
    for (int channel = 0; channel < liveliest.length; channel++) {
      liveliest[channel] =
          greater(liveliest[channel], excerpt, Excerpt.liveliest(channel, liveliest.length));
    }
  }

  void merge(Excerpts other) {
    if (other.newest == null) {
      return;
    }
    offer(other.newest);
    for (Excerpt excerpt : other.liveliest) {
      offer(excerpt);
    }
  }

  private static Excerpt greater(Excerpt a, Excerpt b, Comparator<Excerpt> order) {
    return a == null || order.compare(b, a) > 0 ? b : a;
  }

  /** The newest of the longest; null when there is none. */
  Excerpt newest() {
    return newest;
  }

  /** The one in which a channel moves most, measured in its deviations. */
  Excerpt liveliest(float[] deviation) {
    int most = 0;
    for (int channel = 1; channel < liveliest.length; channel++) {
      if (moves(channel, deviation) > moves(most, deviation)) {
        most = channel;
      }
    }
    return liveliest[most];
  }

  private float moves(int channel, float[] deviation) {
    return liveliest[channel].range(channel, liveliest.length) / deviation[channel];
  }
}
