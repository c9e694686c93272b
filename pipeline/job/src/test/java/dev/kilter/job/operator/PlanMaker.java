package dev.kilter.job.operator;

import dev.kilter.event.EntityPattern;
import dev.kilter.event.PerEntity;
import dev.kilter.sequence.Aggregate;
import dev.kilter.sequence.ChannelSelection;
import dev.kilter.sequence.Fill;
import dev.kilter.sequence.JudgingLimits;
import dev.kilter.sequence.SequencePlan;
import dev.kilter.sequence.SequenceShape;
import dev.kilter.sequence.SessionRule;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Makes plans over the first channels of a stage: for {@code pump-*}, one row per instant, a gap
 * after a minute, values that hold for a minute, judged whatever is missing, unless told.
 */
final class PlanMaker {
  private static final long MINUTE = 60_000;

  private final int length;
  private final String[] channels;
  private String detector = "pumps";
  private String entities = "pump-*";
  private String modelVersion = "model/1";
  private int minimumLength;
  private int stride = 1;
  private long periodMillis;
  private long maxGapMillis = MINUTE;
  private SessionRule session;
  private Aggregate aggregate = Aggregate.LAST;
  private Fill fill = Fill.HOLD;
  private long maximumAgeMillis = MINUTE;
  private JudgingLimits limits = new JudgingLimits(1, 1, false);

  private PlanMaker(int length, String... channels) {
    this.length = length;
    this.minimumLength = length;
    this.channels = channels;
  }

  static PlanMaker plan(int length, String... channels) {
    return new PlanMaker(length, channels);
  }

  PlanMaker detector(String id) {
    detector = id;
    return this;
  }

  PlanMaker entities(String glob) {
    entities = glob;
    return this;
  }

  PlanMaker modelVersion(String version) {
    modelVersion = version;
    return this;
  }

  PlanMaker minimumLength(int rows) {
    minimumLength = rows;
    return this;
  }

  PlanMaker stride(int rows) {
    stride = rows;
    return this;
  }

  PlanMaker period(long millis) {
    periodMillis = millis;
    return this;
  }

  PlanMaker maxGap(long millis) {
    maxGapMillis = millis;
    return this;
  }

  /** A session is over after so long without an event. */
  PlanMaker sessionByGap(long millis) {
    session = new SessionRule(millis, -1, 0);
    return this;
  }

  /** A session lasts as long as the first channel is above a value. */
  PlanMaker sessionAbove(float value) {
    session = new SessionRule(0, 0, value);
    return this;
  }

  PlanMaker aggregate(Aggregate each) {
    aggregate = each;
    return this;
  }

  PlanMaker fill(Fill each, long maximumAge) {
    fill = each;
    maximumAgeMillis = maximumAge;
    return this;
  }

  PlanMaker limits(double maxImputed, int minChannels, boolean takesMask) {
    limits = new JudgingLimits(maxImputed, minChannels, takesMask);
    return this;
  }

  String[] channels() {
    return channels;
  }

  SequencePlan make() {
    return new SequencePlan(
        detector,
        EntityPattern.of(entities),
        PerEntity.same(modelVersion),
        selection(),
        new SequenceShape(length, minimumLength, stride, periodMillis, maxGapMillis, session),
        limits);
  }

  private ChannelSelection selection() {
    int count = channels.length;
    Aggregate[] aggregates = new Aggregate[count];
    Arrays.fill(aggregates, aggregate);
    Fill[] fills = new Fill[count];
    Arrays.fill(fills, fill);
    float[] constants = new float[count];
    Arrays.fill(constants, -1);
    long[] ages = new long[count];
    Arrays.fill(ages, maximumAgeMillis);
    int[] positions = IntStream.range(0, count).toArray();
    return new ChannelSelection(channels, positions, aggregates, fills, constants, ages);
  }
}
