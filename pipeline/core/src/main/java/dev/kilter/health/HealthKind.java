package dev.kilter.health;

import java.util.Locale;

/** Why an entity, or one of its channels, is not judged, or not as the model alone would. */
public enum HealthKind {
  /** No value for longer than allowed. */
  SILENT,
  /** The same value over a whole span, as of a sensor that is stuck. */
  FLAT,
  /** A value outside the channel's valid range. */
  OUT_OF_RANGE,
  /** A value further from the one before than the channel can move in that time. */
  JUMPING,
  /** Too much of the sequence is filled in, not measured. */
  TOO_MUCH_IMPUTED,
  /** Too few channels are healthy. */
  TOO_FEW_CHANNELS,
  /** No detector watches the entity. */
  NO_DETECTOR,
  /** Too few rows since the history began. */
  NOT_ENOUGH_HISTORY,
  /** A channel's error is measured from another level than the model was calibrated on. */
  REBASELINED,
  /** There is no model for the entity. */
  NO_MODEL;

  /** What it means for a channel or an entity, behind its name: {@code has been stuck}. */
  public String phrase() {
    return switch (this) {
      case SILENT -> "has been silent";
      case FLAT -> "has been stuck";
      case OUT_OF_RANGE -> "has been out of range";
      case JUMPING -> "has been jumping";
      case TOO_MUCH_IMPUTED -> "has been filled in too much";
      case TOO_FEW_CHANNELS -> "has had too few channels";
      case NO_DETECTOR -> "has had no detector";
      case NOT_ENOUGH_HISTORY -> "has had too little history";
      case REBASELINED -> "has been measured from a new normal";
      case NO_MODEL -> "has had no model";
    };
  }

  /** The kind as it is written, such as {@code out-of-range}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
