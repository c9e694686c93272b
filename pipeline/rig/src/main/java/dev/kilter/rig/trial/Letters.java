package dev.kilter.rig.trial;

import dev.kilter.rig.events.Arrival;
import dev.kilter.rig.events.Load;
import dev.kilter.rig.oracle.Told;
import java.util.List;

/**
 * The dead letters of a pipeline.
 *
 * @param pumps those of the pumps
 * @param crashes how many say that native code crashed on {@link Load#DEADLY}
 */
record Letters(List<Told> pumps, int crashes) {
  private static final String CRASHED = "crashed on it twice";

  static Letters of(List<Arrival> arrivals, String eventsTopic) {
    List<Told> all = Told.letters(arrivals, eventsTopic);
    return new Letters(
        all.stream().filter(letter -> !isDeadly(letter)).toList(),
        (int)
            all.stream()
                .filter(letter -> isDeadly(letter) && letter.text().contains(CRASHED))
                .count());
  }

  private static boolean isDeadly(Told letter) {
    return letter.text().contains(Load.DEADLY);
  }
}
