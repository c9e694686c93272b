package dev.kilter.job.type;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.History;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Row;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values of every type that is written, drawn from a seed. */
final class Samples {
  private final Random random;

  Samples(long seed) {
    // Seeds next to each other begin alike: multiplied, they draw every kind of value.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  Event event() {
    double[] values = new double[random.nextInt(20)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian();
    }
    return new Event(
        text(), random.nextLong(), values, random.nextInt(), random.nextLong(), random.nextInt());
  }

  DeadLetter deadLetter() {
    DeadLetterReason[] reasons = DeadLetterReason.values();
    return new DeadLetter(
        new RecordPosition(text(), random.nextInt(), random.nextLong()),
        random.nextLong(),
        bytes(),
        bytes(),
        reasons[random.nextInt(reasons.length)],
        text());
  }

  Decoded decoded() {
    return random.nextBoolean() ? event() : deadLetter();
  }

  Row row() {
    return new Row(random.nextLong(), floats(), offsets());
  }

  History history() {
    List<Row> rows = Stream.generate(this::row).limit(random.nextInt(6)).toList();
    return new History(text(), random.nextLong(), rows);
  }

  Envelope<Sequence> sequences() {
    return envelope(
        () ->
            new Sequence(
                subject(),
                random.nextLong(),
                random.nextLong(),
                floats(),
                flags(),
                random.nextInt(),
                offsets()));
  }

  Envelope<Score> scores() {
    return envelope(
        () ->
            new Score(
                random.nextLong(),
                random.nextLong(),
                random.nextGaussian(),
                floats(),
                floats(),
                floats(),
                offsets()));
  }

  private <T> Envelope<T> envelope(Supplier<T> content) {
    return switch (random.nextInt(5)) {
      case 0, 4 -> new Envelope.Judgeable<>(subject(), random.nextLong(), content.get());
      case 1 -> new Envelope.Reset<>(subject(), random.nextLong(), text());
      case 2 -> new Envelope.NotJudged<>(subject(), random.nextLong(), text());
      default -> new Envelope.Forgotten<>(subject(), random.nextLong());
    };
  }

  private Subject subject() {
    return new Subject(text(), text(), random.nextBoolean());
  }

  private float[] floats() {
    float[] values = new float[random.nextInt(9)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(4) == 0 ? Float.NaN : (float) random.nextGaussian();
    }
    return values;
  }

  private boolean[] flags() {
    boolean[] flags = new boolean[random.nextInt(9)];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = random.nextBoolean();
    }
    return flags;
  }

  private List<OffsetRange> offsets() {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(i -> new OffsetRange(i, random.nextLong(), random.nextLong()))
        .toList();
  }

  private byte[] bytes() {
    if (random.nextInt(4) == 0) {
      return null;
    }
    byte[] bytes = new byte[random.nextInt(9)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String text() {
    return "pümp-😀\u0000".substring(0, random.nextInt(8)) + random.nextInt(100);
  }
}
