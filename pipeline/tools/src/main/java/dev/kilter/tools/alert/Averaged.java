package dev.kilter.tools.alert;

import dev.kilter.job.kafka.RoundedNumbers;
import dev.kilter.score.MovingAverage;
import dev.kilter.score.Score;

/**
 * The average that was judged, with a score that came again. Of the average before it an alert
 * tells six digits: what they leave open is left open here.
 *
 * @param alert the alert
 * @param weight the weight of the newest score in the average
 */
record Averaged(ToldAlert alert, double weight) {
  private static final int DIGITS = 6;

  Compared with(Score score) {
    double before = alert.evidence().averageBefore();
    double half = halfOfTheLastDigit(before);
    return compared(
        alert.message().excess().score(),
        after(before, score),
        after(before - half, score),
        after(before + half, score));
  }

  /** Whether what was told lies between these two, with as many digits. */
  static Compared compared(double told, double again, double low, double high) {
    double rounded = RoundedNumbers.rounded(again);
    boolean same =
        Double.isNaN(told)
            ? Double.isNaN(rounded)
            : RoundedNumbers.rounded(low) <= told && told <= RoundedNumbers.rounded(high);
    return new Compared(told, rounded, same);
  }

  private double after(double before, Score score) {
    return new MovingAverage(before, new float[0]).with(score, weight).score();
  }

  private static double halfOfTheLastDigit(double number) {
    double size = Math.abs(number);
    if (!(size > 0)) {
      return 0;
    }
    return Math.pow(10, Math.floor(Math.log10(size)) + 1 - DIGITS) / 2;
  }
}
