package dev.kilter.alert;

/**
 * A channel that leads in place of the one that was told.
 *
 * @param channel the channel in the model's order, or -1: none does
 * @param inARow how many odd verdicts in a row it has led
 */
public record Challenge(int channel, int inARow) {
  /** The channel that was told leads. */
  public static final Challenge NONE = new Challenge(Sighting.NOBODY, 0);

  /** What leads where nothing is odd any more is no news. */
  Challenge with(Sighting seen, int leader) {
    int challenger = seen.challengerOf(leader);
    if (challenger == Sighting.NOBODY || !seen.odd()) {
      return NONE;
    }
    int before = challenger == channel ? inARow : 0;
    return new Challenge(challenger, before == Integer.MAX_VALUE ? before : before + 1);
  }

  /** It takes as many verdicts to tell of another leader as to tell of trouble. */
  boolean isEnough(OpeningRule rule) {
    return inARow >= rule.odd();
  }
}
