package dev.kilter.sequence;

import dev.kilter.health.HealthKind;

/**
 * What is kept of one entity for one detector: its recent rows, the cell of the grid they are
 * gathered in, and why it is not judged at present. Plain data, so Flink can keep it as state.
 */
public final class Track {
  /** The model version the history belongs to. */
  public String modelVersion;

  /** The recent rows. */
  public Window window;

  /** The cell under way, or null. */
  public Cell cell;

  /** A cell that is over, to be used again, or null. Not kept. */
  private Cell spareCell;

  /** Event time of the newest event, or {@link Long#MIN_VALUE}. */
  public long newestMillis = Long.MIN_VALUE;

  /** Whether a session is under way. */
  public boolean inSession;

  /** Why the entity is not judged at present, or null. */
  public HealthKind ailment;

  /** Since when. */
  public long ailmentMillis;

  /** How it is with the entity at present. Not kept. */
  Circumstances circumstances = Circumstances.WELL;

  /** A history as it was kept. */
  public Track(String modelVersion, Window window) {
    this.modelVersion = modelVersion;
    this.window = window;
  }

  /** The history of an entity nothing is known of yet. */
  public static Track begin(SequencePlan plan, String entity) {
    return new Track(
        plan.modelVersion(entity), Window.empty(plan.shape().kept(), plan.channels().count()));
  }

  /** From now on rows are gathered in a cell that begins then. */
  void beginCell(long millis, int channels) {
    cell = spareCell == null ? Cell.empty(millis, channels) : spareCell.anew(millis);
  }

  /** What was gathered has been taken out. */
  void endCell() {
    spareCell = cell;
    cell = null;
  }

  /** Begins anew; why the entity is not judged stays as it is until the next row tells. */
  void restart(SequencePlan plan, String entity) {
    modelVersion = plan.modelVersion(entity);
    window = Window.empty(plan.shape().kept(), plan.channels().count());
    cell = null;
    spareCell = null;
    inSession = false;
    newestMillis = Long.MIN_VALUE;
  }
}
