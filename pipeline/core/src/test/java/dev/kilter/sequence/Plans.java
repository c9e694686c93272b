package dev.kilter.sequence;

import dev.kilter.event.EntityPattern;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Plans and rows as the tests of this package need them. */
final class Plans {
  static final float NONE = Float.NaN;

  private Plans() {}

  /** A plan over channels {@code a, b, c…} whose values hold for so many milliseconds. */
  static SequencePlan plan(int length, int stride, long... maximumAgeMillis) {
    int channels = maximumAgeMillis.length;
    String[] names =
        IntStream.range(0, channels)
            .mapToObj(i -> Character.toString((char) ('a' + i)))
            .toArray(String[]::new);
    return new SequencePlan(
        "pumps",
        EntityPattern.of("*"),
        "model/1 (hash)",
        new ChannelSelection(names, IntStream.range(0, channels).toArray(), maximumAgeMillis),
        length,
        stride);
  }

  /** A row whose offset is its time. */
  static Row row(long timeMillis, float... values) {
    return new Row(timeMillis, values, List.of(OffsetRange.of(0, timeMillis)));
  }

  /** Appends all, and gives what came of the last. */
  static Envelope<Sequence> append(History history, SequencePlan plan, Row... rows) {
    return Arrays.stream(rows)
        .map(row -> java.util.Optional.ofNullable(history.append("pump-1", row, plan)))
        .reduce((before, last) -> last)
        .orElseThrow()
        .orElse(null);
  }

  static Sequence sequence(Envelope<Sequence> envelope) {
    return ((Envelope.Judgeable<Sequence>) envelope).content();
  }

  static String reason(Envelope<Sequence> envelope) {
    return ((Envelope.NotJudged<Sequence>) envelope).reason();
  }
}
