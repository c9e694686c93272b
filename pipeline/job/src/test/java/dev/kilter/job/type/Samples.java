package dev.kilter.job.type;

import dev.kilter.alert.Watch;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.Reading;
import dev.kilter.event.RecordPosition;
import dev.kilter.health.ChannelState;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.sequence.Cell;
import dev.kilter.sequence.ChannelSelection;
import dev.kilter.sequence.EntityState;
import dev.kilter.sequence.Fill;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Pane;
import dev.kilter.sequence.Row;
import dev.kilter.sequence.Track;
import dev.kilter.sequence.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** Values of every type that is written, drawn from a seed. */
final class Samples extends EnvelopeSamples {
  Samples(long seed) {
    super(seed);
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
    // Those there were when the bytes of version 1 were written.
    List<DeadLetterReason> reasons =
        Arrays.stream(DeadLetterReason.values())
            .filter(reason -> reason != DeadLetterReason.NOT_AVRO)
            .filter(reason -> reason != DeadLetterReason.NOT_CSV)
            .filter(reason -> reason != DeadLetterReason.NOT_AN_ALERT)
            .filter(reason -> reason != DeadLetterReason.NOT_DELIVERED)
            .filter(reason -> reason != DeadLetterReason.NOT_A_CONTROL_MESSAGE)
            .filter(reason -> reason != DeadLetterReason.UNKNOWN_INCIDENT)
            .toList();
    return new DeadLetter(
        new RecordPosition(text(), random.nextInt(), random.nextLong()),
        random.nextLong(),
        bytes(),
        bytes(),
        reasons.get(random.nextInt(reasons.size())),
        text());
  }

  Decoded decoded() {
    return random.nextBoolean() ? event() : deadLetter();
  }

  DecodedControl control() {
    return ControlSamples.drawn(this);
  }

  Reading reading() {
    Event event = event();
    return Reading.of(event);
  }

  EntityState entity() {
    EntityState state = entityOfVersionFive();
    state.watch = random.nextInt();
    return state;
  }

  EntityState entityOfVersionFive() {
    EntityState state = entityOfVersionFour();
    state.lateUpToMillis = time();
    return state;
  }

  EntityState entityOfVersionFour() {
    EntityState state = entityOfVersionThree();
    state.waitedFor = random.nextInt(1_000);
    state.waitingInOrder = random.nextInt(1_000);
    return state;
  }

  EntityState entityOfVersionThree() {
    EntityState state = entityOfVersionTwo();
    state.turnMillis = time();
    return state;
  }

  EntityState entityOfVersionTwo() {
    EntityState state = entityOfVersionOne();
    state.cameMillis = time();
    return state;
  }

  EntityState entityOfVersionOne() {
    EntityState state = EntityState.begin(random.nextInt(5));
    state.newestMillis = time();
    state.releasedUpToMillis = time();
    state.unwatchedMillis = time();
    state.upkeepMillis = time();
    state.silent = random.nextBoolean();
    for (ChannelState channel : state.channels) {
      fill(channel);
    }
    return state;
  }

  private void fill(ChannelState channel) {
    channel.accepted = random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian();
    channel.acceptedMillis = time();
    channel.seenMillis = time();
    channel.unchangedMillis = time();
    channel.troubleMillis = time();
    channel.trouble = kind();
    channel.counted = random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian();
    channel.countedMillis = time();
  }

  Track track() {
    return track(kept -> Window.of(kept.frame()));
  }

  /** With its rows. */
  Track trackOfVersionOne() {
    return track(UnaryOperator.identity());
  }

  Pane pane() {
    int rows = 1 + random.nextInt(8);
    int channels = 1 + random.nextInt(4);
    List<OffsetRange>[] origins = Pane.nowhere(rows);
    long[] times = new long[rows];
    for (int row = 0; row < rows; row++) {
      times[row] = time();
      origins[row] = offsets();
    }
    return new Pane(times, floats(rows * channels), flags(rows * channels), origins);
  }

  Watch watch() {
    return IncidentSamples.watch(random.nextLong());
  }

  Watch watchOfVersionTwo() {
    return IncidentSamples.watchOfVersionTwo(random.nextLong());
  }

  Watch watchOfVersionOne() {
    return IncidentSamples.watchOfVersionOne(random.nextLong());
  }

  private Track track(UnaryOperator<Window> kept) {
    int channels = 1 + random.nextInt(4);
    Track track = new Track(text(), kept.apply(window(channels)));
    track.newestMillis = time();
    track.inSession = random.nextBoolean();
    track.ailment = kind();
    track.ailmentMillis = time();
    track.cell = random.nextBoolean() ? cell(channels) : null;
    return track;
  }

  private Window window(int channels) {
    Fill[] fills = new Fill[channels];
    Arrays.fill(fills, Fill.LINEAR);
    long[] ages = new long[channels];
    Arrays.fill(ages, Long.MAX_VALUE);
    ChannelSelection selection = new ChannelSelection(null, null, null, fills, null, ages);
    Window window = Window.empty(1 + random.nextInt(4), channels);
    int rows = random.nextInt(7);
    List<List<OffsetRange>> origins = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      float[] values = floats(channels);
      boolean[] unhealthy = flags(channels);
      origins.add(offsets());
      window.add(new Row(row * 1_000_000L, values, unhealthy, origins.get(row)), selection);
    }
    return inOrder(window, origins.subList(rows - window.size(), rows));
  }

  /** The oldest row first in the ring, too. */
  private static Window inOrder(Window window, List<List<OffsetRange>> origins) {
    long[] times =
        LongStream.range(0, window.size()).map(i -> window.timeMillis((int) i)).toArray();
    return Window.of(
        window.frame().capacity(),
        window.rowsSeen(),
        new Window.Rows(times, window.values(), window.mask(), origins),
        window.frame().held());
  }

  private Cell cell(int channels) {
    double[] gathered = new double[channels];
    int[] counts = new int[channels];
    for (int channel = 0; channel < channels; channel++) {
      counts[channel] = random.nextInt(3);
      gathered[channel] = counts[channel] == 0 ? 0 : random.nextGaussian();
    }
    return new Cell(time(), gathered, counts, flags(channels), offsets());
  }
}
