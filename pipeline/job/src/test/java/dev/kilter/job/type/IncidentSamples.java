package dev.kilter.job.type;

import dev.kilter.alert.Alarmed;
import dev.kilter.alert.Calm;
import dev.kilter.alert.Challenge;
import dev.kilter.alert.ClassAverage;
import dev.kilter.alert.Clearing;
import dev.kilter.alert.Flapping;
import dev.kilter.alert.Incident;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.Past;
import dev.kilter.alert.Phase;
import dev.kilter.alert.Severity;
import dev.kilter.alert.Telling;
import dev.kilter.alert.Watch;
import dev.kilter.alert.feedback.Tuning;
import dev.kilter.score.MovingAverage;
import dev.kilter.score.threshold.Peaks;
import dev.kilter.score.threshold.ScoreCounts;
import dev.kilter.score.threshold.ThresholdState;
import java.util.List;

/** What is kept of incidents, drawn from a seed. */
final class IncidentSamples extends Draws {
  /** Those there were when the bytes were written down. */
  private static final List<Severity> SEVERITIES =
      List.of(Severity.MINOR, Severity.MAJOR, Severity.CRITICAL);

  /** Whether it is kept which model an incident was told by. */
  private final boolean withModel;

  private IncidentSamples(long seed, boolean withModel) {
    super(seed);
    this.withModel = withModel;
  }

  static Watch watch(long seed) {
    return new IncidentSamples(seed, true).tunedWatch();
  }

  static Watch watchOfVersionTwo(long seed) {
    return new IncidentSamples(seed, false).tunedWatch();
  }

  static Watch watchOfVersionOne(long seed) {
    return new IncidentSamples(seed, false).untunedWatch();
  }

  private Watch tunedWatch() {
    return untunedWatch().tuned(TuningSamples.drawn(new Samples(random.nextLong())));
  }

  private Watch untunedWatch() {
    double score = random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian();
    return new Watch(new MovingAverage(score, floats()), learned(), phase(), Tuning.NONE);
  }

  private ThresholdState learned() {
    double value = random.nextBoolean() ? Double.NaN : random.nextDouble();
    return switch (random.nextInt(3)) {
      case 0 -> ThresholdState.begin();
      case 1 ->
          new ThresholdState(
              random.nextLong(), value, new ScoreCounts(random.nextDouble(), floats()), null);
      default -> new ThresholdState(random.nextLong(), value, null, peaks());
    };
  }

  private Peaks peaks() {
    double level = random.nextBoolean() ? Double.NaN : random.nextDouble();
    return new Peaks(level, random.nextDouble(), random.nextInt(9), floats());
  }

  private Phase phase() {
    return switch (random.nextInt(4)) {
      case 0 -> Calm.AT_FIRST;
      case 1 -> new Calm(random.nextLong(), time(), past());
      case 2 -> new Alarmed(incident(), clearing(), challenge(), past());
      default -> new Flapping(incident(), clearing(), random.nextBoolean(), time(), past());
    };
  }

  private Incident incident() {
    String id = text();
    int revision = random.nextInt(1_000);
    long sinceMillis = time();
    long openedMillis = random.nextLong() >>> 20;
    long toldMillis = time();
    Severity severity = SEVERITIES.get(random.nextInt(SEVERITIES.size()));
    double peak = random.nextGaussian();
    int sequences = random.nextInt(1_000_000);
    int leader = random.nextInt(9) - 1;
    boolean longInAlarm = random.nextBoolean();
    boolean open = random.nextBoolean();
    boolean withheld = random.nextBoolean();
    ClassAverage classes =
        random.nextBoolean() ? null : new ClassAverage(random.nextInt(99), floats());
    ModelReference model = open ? model() : null;
    return new Incident(
        id,
        sinceMillis,
        openedMillis,
        withModel ? random.nextLong() >>> 20 : 0,
        severity,
        peak,
        sequences,
        longInAlarm,
        withheld,
        classes,
        new Telling(
            revision,
            toldMillis,
            leader,
            open,
            model,
            open && withModel ? random.nextDouble() : Double.NaN));
  }

  private ModelReference model() {
    return withModel
        ? new ModelReference(text(), text(), text())
        : new ModelReference("unknown", "", "");
  }

  private Clearing clearing() {
    return new Clearing(random.nextInt(1_000), time(), random.nextLong() >>> 20);
  }

  private Challenge challenge() {
    return random.nextBoolean()
        ? Challenge.NONE
        : new Challenge(random.nextInt(9), random.nextInt(99));
  }

  private Past past() {
    long[] openings = new long[random.nextInt(4)];
    for (int at = 0; at < openings.length; at++) {
      openings[at] = time();
    }
    return new Past(random.nextBoolean() ? null : incident(), time(), time(), openings);
  }
}
