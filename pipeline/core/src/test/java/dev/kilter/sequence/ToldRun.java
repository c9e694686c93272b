package dev.kilter.sequence;

import dev.kilter.event.Reading;
import dev.kilter.health.ChannelRules;
import dev.kilter.health.HealthMessage;
import dev.kilter.health.WatchedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Takes the readings of one pump through an entity tracker as they come: out of order, doubled,
 * some of them too late, from two partitions between the records of others. Keeps all of them, and
 * every sequence.
 */
final class ToldRun implements Outlet {
  private static final Subject PUMP = Subject.of("pumps", "pump-1");
  private static final int LATENESS = 6;

  private final SequencePlan plan;
  private final List<WatchedChannel> watched;
  private final Duplicates duplicates;
  private final Random random;
  private final double[] levels;
  private final EntityTracker tracker;
  private final Passage passage;
  private final Lane lane;
  private final EntityHistory history;
  private final List<Reading> records = new ArrayList<>();
  private final List<Reading> waiting = new ArrayList<>();
  private final List<Sequence> sequences = new ArrayList<>();
  private final long[] offsets = {100, 200};
  private int latePercent = 2;

  ToldRun(SequencePlan plan, List<ChannelRules> rules, Duplicates duplicates, long seed) {
    this.plan = plan;
    this.duplicates = duplicates;
    this.random = new Random(seed);
    this.levels = new double[rules.size()];
    this.watched =
        IntStream.range(0, rules.size())
            .mapToObj(channel -> new WatchedChannel("w" + channel, "", rules.get(channel)))
            .toList();
    this.tracker = new EntityTracker(new EntityRules(watched, 0, 1_000_000), List.of(plan));
    this.passage = new Passage(tracker, duplicates);
    this.lane = tracker.inTime(PUMP.entity(), this);
    this.history = EntityHistory.begin(tracker);
  }

  ToldRun withoutLateness() {
    latePercent = 0;
    return this;
  }

  /** Lets so many readings come. */
  void go(int count) {
    long now = 1_000;
    for (int number = 0; number < count; number++) {
      now += random.nextInt(100) < 4 ? 25 : random.nextInt(4);
      boolean late = random.nextInt(100) < latePercent;
      come(reading(now - (late ? 10 + random.nextInt(30) : random.nextInt(LATENESS))));
      if (random.nextInt(100) < 5) {
        come(reading(now - random.nextInt(LATENESS)));
      }
      passTo(now - LATENESS - 1);
    }
    passTo(Long.MAX_VALUE);
  }

  private Reading reading(long timeMillis) {
    double[] values = new double[levels.length];
    for (int channel = 0; channel < values.length; channel++) {
      boolean counts = watched.get(channel).rules().counter();
      boolean moves = random.nextInt(100) < 60;
      levels[channel] += counts && moves ? random.nextInt(3) : 0;
      double value = counts ? levels[channel] : moves ? random.nextInt(11) : 3;
      values[channel] = random.nextInt(100) < 10 ? Double.NaN : value;
    }
    int partition = random.nextInt(2);
    offsets[partition] += 1 + random.nextInt(3);
    return new Reading(timeMillis, values, partition, offsets[partition], 0);
  }

  private void come(Reading reading) {
    records.add(reading);
    EntityState entity = history.entity();
    if (reading.timeMillis() <= entity.releasedUpToMillis) {
      entity.lateUpToMillis = Math.max(entity.lateUpToMillis, reading.timeMillis());
    } else {
      waiting.add(reading);
    }
  }

  private void passTo(long millis) {
    long upTo = tracker.releasedUpTo(lane, millis);
    List<Reading> due =
        waiting.stream()
            .filter(reading -> reading.timeMillis() <= upTo)
            .sorted(Reading.IN_ORDER)
            .toList();
    waiting.removeIf(reading -> reading.timeMillis() <= upTo);
    passage.take(lane, history, due, millis);
  }

  List<Sequence> sequences() {
    return sequences;
  }

  List<String> names() {
    return Arrays.asList(plan.channels().names());
  }

  RowTelling telling() {
    return RowTelling.of(plan, watched);
  }

  ToldRows told(Sequence sequence) {
    return telling().of(sequence, names());
  }

  /** All records of the pump in the ranges of these rows. */
  List<Reading> recordsOf(ToldRows told) {
    List<Reading> found = new ArrayList<>();
    for (Reading record : records) {
      for (OffsetRange range : told.offsets()) {
        if (range.partition() == record.partition()
            && range.first() <= record.offset()
            && record.offset() <= range.last()) {
          found.add(record);
        }
      }
    }
    return found;
  }

  /** Only the records of these rows, none between them. */
  List<Reading> recordsOf(List<Sequence> rows) {
    Set<Reading> found = new LinkedHashSet<>();
    for (Sequence row : rows) {
      found.addAll(recordsOf(told(row)));
    }
    return List.copyOf(found);
  }

  Sequence again(ToldRows told, List<Reading> readings) throws MissingRowsException {
    return new RowsAgain(plan, watched, duplicates).of(PUMP, told, readings);
  }

  @Override
  public void send(Envelope<Sequence> envelope) {
    if (envelope instanceof Envelope.Judgeable<Sequence> judgeable) {
      sequences.add(judgeable.content());
    }
  }

  @Override
  public void send(HealthMessage message) {}
}
