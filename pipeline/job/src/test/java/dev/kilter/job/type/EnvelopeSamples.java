package dev.kilter.job.type;

import dev.kilter.score.Baseline;
import dev.kilter.score.Carried;
import dev.kilter.score.RecurrentState;
import dev.kilter.score.Score;
import dev.kilter.sequence.Circumstances;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.util.List;
import java.util.function.Supplier;

/** Sequences and scores on their way, drawn from a seed. */
abstract class EnvelopeSamples extends Draws {
  EnvelopeSamples(long seed) {
    super(seed);
  }

  Envelope<Sequence> sequences() {
    return envelopeOfAnyKind(this::sequence);
  }

  Envelope<Sequence> sequencesOfVersionOne() {
    return envelope(this::sequenceOfVersionOne);
  }

  private Sequence sequenceOfVersionOne() {
    return new Sequence(
        subject(),
        random.nextLong(),
        random.nextLong(),
        floats(),
        flags(),
        random.nextInt(),
        offsets());
  }

  private Sequence sequence() {
    Sequence plain = sequenceOfVersionOne();
    return new Sequence(
        plain.subject(),
        plain.fromMillis(),
        plain.timeMillis(),
        plain.values(),
        plain.mask(),
        plain.channels(),
        plain.offsets(),
        new Circumstances(time(), ailments()));
  }

  Envelope<Score> scores() {
    return envelopeOfAnyKind(
        () ->
            new Score(
                sequence(),
                random.nextGaussian(),
                floats(),
                floats(),
                floats(),
                carried(),
                baseline()));
  }

  private Carried carried() {
    if (random.nextInt(3) == 0) {
      return null;
    }
    Carried carried = new RecurrentState(random.nextInt(), floats());
    int rows = random.nextInt(3);
    for (int row = 0; row < rows; row++) {
      carried = ScoreFormat.ofRow(sequence(), carried);
    }
    return carried;
  }

  private Baseline baseline() {
    return random.nextBoolean()
        ? null
        : new Baseline(floats(2), floats(2), new long[] {time(), time()}, List.of());
  }

  Envelope<Score> scoresOfVersionTwo() {
    return envelope(() -> score().classified(floats()));
  }

  Envelope<Score> scoresOfVersionOne() {
    return envelope(this::score);
  }

  private Score score() {
    return new Score(
        random.nextLong(),
        random.nextLong(),
        random.nextGaussian(),
        floats(),
        floats(),
        floats(),
        offsets());
  }

  private <T> Envelope<T> envelopeOfAnyKind(Supplier<T> content) {
    return switch (random.nextInt(7)) {
      case 0, 1 -> new Envelope.Judgeable<>(subject(), random.nextLong(), content.get());
      case 2 -> new Envelope.Judgeable<>(subject(), random.nextLong(), content.get(), text());
      case 3 -> new Envelope.Heard<>(subject(), random.nextLong(), ControlSamples.received(this));
      default -> envelope(content);
    };
  }

  /** Of the kinds that there were at first. */
  private <T> Envelope<T> envelope(Supplier<T> content) {
    return switch (random.nextInt(4)) {
      case 0 -> new Envelope.Judgeable<>(subject(), random.nextLong(), content.get());
      case 1 -> new Envelope.Reset<>(subject(), random.nextLong(), text());
      case 2 -> new Envelope.NotJudged<>(subject(), random.nextLong(), text());
      default -> new Envelope.Forgotten<>(subject(), random.nextLong());
    };
  }

  Subject subject() {
    return new Subject(text(), text(), random.nextBoolean());
  }
}
