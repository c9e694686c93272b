package dev.kilter.job.type;

import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.Feedback;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.event.ReceivedFeedback;
import dev.kilter.event.RecordPosition;
import dev.kilter.event.SourceRecord;
import dev.kilter.job.control.ControlMessage;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.control.HeardControl;
import dev.kilter.job.control.RefusedControl;
import java.util.List;
import java.util.stream.Stream;

/** Control messages, drawn from a seed. */
final class ControlSamples {
  /** Those there were when the bytes were written down: the draws must stay the same. */
  private static final List<FeedbackVerdict> VERDICTS =
      List.of(
          FeedbackVerdict.CONFIRMED,
          FeedbackVerdict.EXPECTED,
          FeedbackVerdict.FALSE_ALARM,
          FeedbackVerdict.NEW_NORMAL);

  private ControlSamples() {}

  static DecodedControl drawn(Samples samples) {
    return samples.random.nextInt(4) == 0
        ? new RefusedControl(samples.deadLetter())
        : new HeardControl(message(samples), record(samples));
  }

  static ControlMessage message(Samples samples) {
    return switch (samples.random.nextInt(3)) {
      case 0 -> silence(samples);
      case 1 -> new ControlMessage.EndSilence(samples.text(), samples.random.nextLong());
      default -> new ControlMessage.GivenFeedback(feedback(samples));
    };
  }

  static ReceivedFeedback received(Draws samples) {
    return new ReceivedFeedback(feedback(samples), record(samples));
  }

  private static SourceRecord record(Draws samples) {
    return new SourceRecord(
        new RecordPosition(samples.text(), samples.random.nextInt(), samples.random.nextLong()),
        samples.random.nextLong(),
        samples.bytes(),
        samples.bytes());
  }

  private static ControlMessage silence(Draws samples) {
    long from = samples.random.nextInt();
    List<String> detectors =
        Stream.generate(samples::text).limit(samples.random.nextInt(3)).toList();
    return new ControlMessage.Silence(
        samples.text(),
        EntityPattern.of(samples.text()),
        detectors,
        new TimeWindow(from, from + 1 + samples.random.nextInt(1_000)),
        samples.text(),
        samples.text());
  }

  static Feedback feedback(Draws samples) {
    return new Feedback(
        samples.text(),
        samples.text(),
        samples.text(),
        verdict(samples),
        samples.text(),
        samples.random.nextBoolean() ? samples.text() : null,
        samples.random.nextLong(),
        samples.random.nextLong(),
        samples.random.nextLong());
  }

  static FeedbackVerdict verdict(Draws samples) {
    return VERDICTS.get(samples.random.nextInt(VERDICTS.size()));
  }
}
