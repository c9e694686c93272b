package dev.kilter.sequence;

import dev.kilter.health.HealthMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Follows one entity through a tracker and writes down what it says. */
final class Follower implements Outlet {
  static final float NONE = Float.NaN;
  private static final Subject PUMP = Subject.of("pumps", "pump-1");

  private final List<String> said = new ArrayList<>();
  private final List<String> health = new ArrayList<>();
  private final List<Sequence> sequences = new ArrayList<>();
  private Tracker tracker;
  private final Track track;

  Follower(PlanMaker plan) {
    tracker = new Tracker(plan.make());
    track = Track.begin(plan.make(), PUMP.entity());
  }

  /** Takes a row whose offset is its time. */
  Follower sees(long millis, float... values) {
    return seesIll(new boolean[values.length], millis, values);
  }

  /** Takes a row some of whose channels are in trouble. */
  Follower seesIll(boolean[] unhealthy, long millis, float... values) {
    Row row = new Row(millis, values, unhealthy, List.of(OffsetRange.of(0, millis)));
    tracker.take(PUMP, row, track, this);
    return this;
  }

  Follower passes(long millis) {
    tracker.passed(PUMP, millis, track, this);
    return this;
  }

  Follower goesOnWith(PlanMaker plan) {
    tracker = new Tracker(plan.make());
    return this;
  }

  long dueMillis() {
    return tracker.dueMillis(PUMP, track);
  }

  List<String> said() {
    return said;
  }

  String last() {
    return said.get(said.size() - 1);
  }

  List<String> health() {
    return health;
  }

  Sequence sequence() {
    return sequences.get(sequences.size() - 1);
  }

  @Override
  public void send(Envelope<Sequence> envelope) {
    said.add(words(envelope) + " @" + envelope.timeMillis());
    if (envelope instanceof Envelope.Judgeable<Sequence> judgeable) {
      sequences.add(judgeable.content());
    }
  }

  private static String words(Envelope<Sequence> envelope) {
    if (envelope instanceof Envelope.Judgeable<Sequence> judgeable) {
      return Arrays.toString(judgeable.content().values());
    }
    if (envelope instanceof Envelope.Reset<Sequence> reset) {
      return "reset: " + reset.reason();
    }
    return envelope instanceof Envelope.NotJudged<Sequence> not ? not.reason() : "forgotten";
  }

  @Override
  public void send(HealthMessage message) {
    health.add(
        message.kind().label()
            + (message.began() ? " began @" : " ended @")
            + message.timeMillis()
            + " since "
            + message.sinceMillis());
  }
}
