package dev.kilter.tools.calibrate;

import dev.kilter.job.operator.AlignedRow;
import dev.kilter.onnx.ModelContract;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rows of normal data are like: how many, of which entities, the usual values of each
 * channel, and some stretches of them. Kept by entity, so that it does not matter which task saw
 * which.
 */
final class NormalRows implements Gathering<AlignedRow, NormalRows> {
  private static final long serialVersionUID = 1L;

  private final int channels;
  private final int least;
  private final int length;
  private final boolean masked;
  private final TreeMap<String, EntityRows> entities = new TreeMap<>();
  private final Excerpts excerpts;

  NormalRows(int channels, int least, int length, boolean masked) {
    this.channels = channels;
    this.least = least;
    this.length = length;
    this.masked = masked;
    this.excerpts = new Excerpts(channels);
  }

  /** Nothing yet, for a model of this contract. */
  static NormalRows of(ModelContract contract) {
    return new NormalRows(
        contract.channels().size(),
        contract.leastRowsToShow(),
        contract.rowsToShow(),
        contract.maskInput().isPresent());
  }

  /** An entity that has none of the channels is another machine. */
  @Override
  public void add(AlignedRow row) {
    if (!entities.containsKey(row.entity()) && nothingMeasured(row)) {
      return;
    }
    EntityRows entity = entities.computeIfAbsent(row.entity(), unseen -> new EntityRows(channels));
    entity.count(row.timeMillis(), row.begins());
    for (int channel = 0; channel < channels; channel++) {
      entity.measured[channel] += row.measured()[channel] ? 1 : 0;
    }
    measure(row, entity.moments);
    look(row, entity);
  }

  private static boolean nothingMeasured(AlignedRow row) {
    for (boolean measured : row.measured()) {
      if (measured) {
        return false;
      }
    }
    return true;
  }

  /**
   * As training measures its scaling: on complete rows, or with a mask on all that was measured.
   */
  private void measure(AlignedRow row, Moments moments) {
    for (int channel = 0; masked && channel < channels; channel++) {
      moments.add(channel, row.measured()[channel] ? row.values()[channel] : Double.NaN);
    }
    if (!masked && complete(row)) {
      moments.add(row.values());
    }
  }

  private static boolean complete(AlignedRow row) {
    for (float value : row.values()) {
      if (Float.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  /** Every so many rows is often enough: each is looked at once. */
  private void look(AlignedRow row, EntityRows entity) {
    RecentRows recent = entity.recent(length);
    recent.add(row);
    boolean due = entity.run() == least || entity.run() % length == 0;
    if (due && entity.run() >= least && (masked || recent.whole())) {
      excerpts.offer(recent.excerpt());
    }
  }

  @Override
  public void merge(NormalRows other) {
    entities.putAll(other.entities);
    excerpts.merge(other.excerpts);
  }

  /** The rows of each entity that has one of the channels, by its name. */
  SortedMap<String, EntityRows> entities() {
    return entities;
  }

  long rows() {
    return entities.values().stream().mapToLong(entity -> entity.rows).sum();
  }

  /** How many values of a channel were measured. */
  long measured(int channel) {
    return entities.values().stream().mapToLong(entity -> entity.measured[channel]).sum();
  }

  /** The usual values of all entities together. */
  Moments moments() {
    Moments all = new Moments(channels);
    entities.values().forEach(entity -> all.merge(entity.moments));
    return all;
  }

  Excerpts excerpts() {
    return excerpts;
  }
}
