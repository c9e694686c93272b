package dev.kilter.alert;

/**
 * What was told of an incident.
 *
 * @param revision how many alerts it has sent
 * @param timeMillis event time of its newest alert, or of its opening before there is one
 * @param leader the channel that led in it, in the model's order; -1: none did
 * @param open whether it says that trouble goes on
 * @param model whose scores it rests on; null where it does not say that trouble goes on
 * @param threshold what they were held against; NaN with no model
 */
public record Telling(
    int revision,
    long timeMillis,
    int leader,
    boolean open,
    ModelReference model,
    double threshold) {

  /** Nothing was told yet of an incident that has opened at this time. */
  static Telling none(long openedMillis) {
    return new Telling(0, openedMillis, Sighting.NOBODY, false, null, Double.NaN);
  }

  /** With one more alert, that trouble goes on. */
  Telling goesOn(long millis, int leads, ModelReference judging, double against) {
    return new Telling(revision + 1, millis, leads, true, judging, against);
  }

  /** With one more alert, that trouble is over. */
  Telling ends(long millis, int leads) {
    return new Telling(revision + 1, millis, leads, false, null, Double.NaN);
  }
}
