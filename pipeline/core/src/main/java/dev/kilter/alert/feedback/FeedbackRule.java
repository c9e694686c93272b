package dev.kilter.alert.feedback;

import dev.kilter.event.Feedback;
import dev.kilter.score.BaselineMove;
import dev.kilter.score.Stretch;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * How far people's verdicts move what an entity is held against. A false alarm raises its threshold
 * towards what would not have told it; a confirmed incident takes half of that back; a new normal
 * moves its baseline; and what was expected says nothing of the next time.
 *
 * @param most verdicts raise a threshold to no more than so many times what holds without them
 * @param step one verdict raises it by no more than so many times
 * @param sequences over so many sequences it is looked at what has become normal
 * @param level the highest level of error that may become normal, in deviations of a normal one
 */
public record FeedbackRule(double most, double step, int sequences, double level)
    implements Serializable {
  /** A factor nearer to 1 than this is 1. */
  private static final double NEAR_ONE = 0.01;

  /** Thresholds to at most twice, by a quarter at once; 30 sequences, and 10 deviations. */
  public static FeedbackRule standard() {
    return new FeedbackRule(2, 1.25, 30, 10);
  }

  /**
   * What comes of a verdict.
   *
   * @param incident what it is about
   * @param tuning what verdicts have come to before it
   * @param threshold what scores are held against without them, above 0
   * @param channels how many the model has
   */
  public Tuned hear(
      Feedback feedback,
      RememberedIncident incident,
      Tuning tuning,
      double threshold,
      int channels) {
    Tuning spoken = tuning.remembering(incident.saying(feedback.verdict()));
    if (feedback.verdict() == incident.said()) {
      return nothing(spoken, threshold, "this was said of it before");
    }
    return switch (feedback.verdict()) {
      case EXPECTED ->
          nothing(spoken, threshold, "what was known to come says nothing of the next time");
      case CONFIRMED -> confirmed(spoken, threshold);
      case FALSE_ALARM -> falseAlarm(incident, spoken, threshold);
      case NEW_NORMAL -> newNormal(feedback, incident, spoken, threshold, channels);
    };
  }

  /**
   * What it has changed that somebody told of a new normal.
   *
   * @param moves of what channels it is another
   * @param channels the model's channels by name
   * @param threshold what scores are held against, before and after it
   */
  public FeedbackEffect learned(List<BaselineMove> moves, List<String> channels, double threshold) {
    List<String> told =
        moves.stream().map(move -> channels.get(move.channel()) + ": " + move.detail()).toList();
    return told.isEmpty()
        ? new FeedbackEffect(FeedbackEffect.Kind.NOTHING, threshold, threshold, noneMoved())
        : new FeedbackEffect(
            FeedbackEffect.Kind.BASELINE, threshold, threshold, String.join("; ", told));
  }

  /**
   * That a new normal is not looked at any more, before enough was seen of it.
   *
   * @param since what has come in between
   * @param threshold what scores are held against
   */
  public FeedbackEffect interrupted(NewNormal normal, String since, double threshold) {
    String why =
        "after "
            + (sequences - normal.left())
            + " of "
            + sequences
            + " sequences "
            + since
            + ": what has become normal is not known";
    return new FeedbackEffect(FeedbackEffect.Kind.NOTHING, threshold, threshold, why);
  }

  private String noneMoved() {
    return "over "
        + sequences
        + " sequences no channel's error has stayed elsewhere than what is normal already, or it"
        + " did beyond the "
        + spoken(level)
        + " deviations that may become normal";
  }

  private static Tuned confirmed(Tuning tuning, double threshold) {
    if (tuning.factor() == 1) {
      return nothing(tuning, threshold, "no verdict has raised the threshold, and it was right");
    }
    double half = 1 + (tuning.factor() - 1) / 2;
    return moved(
        tuning,
        half - 1 < NEAR_ONE ? 1 : half,
        threshold,
        "there was something to tell: half of what verdicts have raised the threshold by is taken"
            + " back");
  }

  private Tuned falseAlarm(RememberedIncident incident, Tuning tuning, double threshold) {
    double needed = incident.peak() / threshold;
    double next = Math.min(needed, Math.min(tuning.factor() * step, most));
    if (next > tuning.factor()) {
      return moved(tuning, next, threshold, why(needed));
    }
    return nothing(
        tuning,
        threshold,
        tuning.factor() >= most
            ? "verdicts have raised the threshold to %s times already, and may no further"
                .formatted(spoken(most))
            : "its peak is not over the threshold as it is now");
  }

  private String why(double needed) {
    return "its peak was "
        + spoken(needed)
        + " times what holds without verdicts; one raises that by at most "
        + spoken(step)
        + " times, all together to at most "
        + spoken(most)
        + " times";
  }

  private Tuned newNormal(
      Feedback feedback,
      RememberedIncident incident,
      Tuning tuning,
      double threshold,
      int channels) {
    if (tuning.learning() != null) {
      return nothing(tuning, threshold, "it is being looked at already what has become normal");
    }
    Stretch nothingYet = Stretch.begin(feedback.fromMillis(), channels);
    NewNormal learning = new NewNormal(feedback, incident, sequences, nothingYet);
    return new Tuned(
        tuning.learning(learning),
        new FeedbackEffect(
            FeedbackEffect.Kind.LEARNING,
            threshold * tuning.factor(),
            threshold * tuning.factor(),
            "what errors are like over the next "
                + sequences
                + " sequences becomes normal, as far as it is within "
                + spoken(level)
                + " deviations"));
  }

  private static Tuned moved(Tuning tuning, double factor, double threshold, String why) {
    return new Tuned(
        tuning.times(factor),
        new FeedbackEffect(
            FeedbackEffect.Kind.THRESHOLD, threshold * tuning.factor(), threshold * factor, why));
  }

  private static Tuned nothing(Tuning tuning, double threshold, String why) {
    double now = threshold * tuning.factor();
    return new Tuned(tuning, new FeedbackEffect(FeedbackEffect.Kind.NOTHING, now, now, why));
  }

  private static String spoken(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
