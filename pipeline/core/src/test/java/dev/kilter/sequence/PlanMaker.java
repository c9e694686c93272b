package dev.kilter.sequence;

import dev.kilter.event.EntityPattern;
import dev.kilter.event.PerEntity;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Makes plans over channels {@code a, b, c…}: stride 1, no grid, any gap, values that hold for 10
 * ms, judged whatever is missing, unless told.
 */
public final class PlanMaker {
  private final int length;
  private final int channels;
  private int minimumLength;
  private int stride = 1;
  private long periodMillis;
  private long maxGapMillis = Long.MAX_VALUE;
  private SessionRule session;
  private Aggregate aggregate = Aggregate.LAST;
  private Fill fill = Fill.HOLD;
  private long maximumAgeMillis = 10;
  private JudgingLimits limits = new JudgingLimits(1, 0, false);
  private PerEntity<String> modelVersions = PerEntity.same("model/1");
  private int kept;

  private PlanMaker(int length, int channels) {
    this.length = length;
    this.minimumLength = length;
    this.channels = channels;
  }

  public static PlanMaker plan(int length, int channels) {
    return new PlanMaker(length, channels);
  }

  public PlanMaker minimumLength(int rows) {
    minimumLength = rows;
    return this;
  }

  public PlanMaker stride(int rows) {
    stride = rows;
    return this;
  }

  public PlanMaker period(long millis) {
    periodMillis = millis;
    return this;
  }

  public PlanMaker maxGap(long millis) {
    maxGapMillis = millis;
    return this;
  }

  public PlanMaker session(SessionRule rule) {
    session = rule;
    return this;
  }

  public PlanMaker aggregate(Aggregate each) {
    aggregate = each;
    return this;
  }

  public PlanMaker fill(Fill each, long maximumAge) {
    fill = each;
    maximumAgeMillis = maximumAge;
    return this;
  }

  public PlanMaker limits(double maxImputed, int minChannels, boolean takesMask) {
    limits = new JudgingLimits(maxImputed, minChannels, takesMask);
    return this;
  }

  public PlanMaker keeping(int rows) {
    kept = rows;
    return this;
  }

  public PlanMaker modelVersion(String version) {
    modelVersions = PerEntity.same(version);
    return this;
  }

  /** The versions of the models of some entities; others have none. */
  public PlanMaker modelVersions(Map<String, String> versions) {
    modelVersions = new PerEntity<>(new TreeMap<>(versions), null);
    return this;
  }

  public SequencePlan make() {
    long[] ages = new long[channels];
    Arrays.fill(ages, maximumAgeMillis);
    float[] constants = new float[channels];
    Arrays.fill(constants, -1);
    ChannelSelection selection =
        new ChannelSelection(
            names(),
            IntStream.range(0, channels).toArray(),
            each(aggregate, new Aggregate[channels]),
            each(fill, new Fill[channels]),
            constants,
            ages);
    return new SequencePlan(
        "pumps",
        EntityPattern.of("pump-*"),
        modelVersions,
        selection,
        new SequenceShape(length, minimumLength, stride, periodMillis, maxGapMillis, session)
            .keeping(kept),
        limits);
  }

  private String[] names() {
    return IntStream.range(0, channels)
        .mapToObj(i -> Character.toString((char) ('a' + i)))
        .toArray(String[]::new);
  }

  private static <T> T[] each(T value, T[] array) {
    Arrays.fill(array, value);
    return array;
  }
}
