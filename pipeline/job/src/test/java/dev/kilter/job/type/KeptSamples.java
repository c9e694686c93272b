package dev.kilter.job.type;

import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.Severity;
import dev.kilter.alert.group.Group;
import dev.kilter.alert.group.GroupTimes;
import dev.kilter.alert.group.Groups;
import dev.kilter.alert.group.Member;
import dev.kilter.score.Baseline;
import dev.kilter.score.RecurrentState;
import dev.kilter.score.Stretch;
import java.util.List;
import java.util.stream.Stream;

/** What is kept of scores, verdicts and groups, drawn from a seed. */
final class KeptSamples {
  /** Those there were when the bytes were written down: the draws must stay the same. */
  private static final List<AlertStatus> STATUSES =
      List.of(AlertStatus.OPEN, AlertStatus.FLAPPING, AlertStatus.CLOSED);

  private static final List<Severity> SEVERITIES =
      List.of(Severity.MINOR, Severity.MAJOR, Severity.CRITICAL);

  private KeptSamples() {}

  static RecurrentState carried(Samples samples) {
    return new RecurrentState(samples.random.nextInt(1_000), samples.floats());
  }

  static Baseline baseline(Samples samples) {
    int channels = 1 + samples.random.nextInt(4);
    long[] since = samples.random.longs(channels, 0, 1L << 42).toArray();
    List<Stretch> recent =
        Stream.generate(() -> stretch(samples, channels)).limit(samples.random.nextInt(4)).toList();
    return new Baseline(samples.floats(channels), samples.floats(channels), since, recent);
  }

  private static Stretch stretch(Samples samples, int channels) {
    return new Stretch(
        samples.random.nextLong() >>> 20,
        samples.random.ints(channels, 0, 100).toArray(),
        samples.random.doubles(channels).toArray(),
        samples.random.doubles(channels).toArray());
  }

  static Member member(Samples samples) {
    return new Member(
        samples.text(),
        samples.random.nextInt(9),
        samples.text(),
        samples.text(),
        samples.random.nextBoolean() ? samples.text() : null,
        severity(samples),
        STATUSES.get(samples.random.nextInt(STATUSES.size())),
        samples.random.nextLong() >>> 20,
        samples.time());
  }

  static Groups groups(Samples samples) {
    return new Groups(
        samples.time(), members(samples), Stream.generate(() -> group(samples)).limit(2).toList());
  }

  private static Group group(Samples samples) {
    return new Group(
        samples.text(),
        samples.random.nextInt(9),
        samples.random.nextBoolean(),
        samples.random.nextBoolean(),
        severity(samples),
        new GroupTimes(
            samples.random.nextLong() >>> 20, samples.time(), samples.time(), samples.time()),
        samples.random.nextInt(9),
        members(samples));
  }

  private static List<Member> members(Samples samples) {
    return Stream.generate(() -> member(samples)).limit(samples.random.nextInt(3)).toList();
  }

  private static Severity severity(Samples samples) {
    return SEVERITIES.get(samples.random.nextInt(SEVERITIES.size()));
  }
}
