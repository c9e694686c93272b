package dev.kilter.alert.quiet;

import dev.kilter.event.EntityPattern;
import java.io.Serializable;
import java.util.List;

/**
 * When nobody wants to hear of some entities: maintenance, or a silence somebody asked for.
 *
 * @param name its name, as the pipeline file or the silence says
 * @param entities whom it concerns
 * @param detectors the ids of the detectors it concerns; none: all of them
 * @param recurrence when it is
 */
public record QuietTime(
    String name, EntityPattern entities, List<String> detectors, Recurrence recurrence)
    implements Serializable {

  /** Keeps a copy of the list. */
  public QuietTime {
    detectors = List.copyOf(detectors);
  }

  /** Whether it concerns this entity under this detector. */
  public boolean concerns(String detector, String entity) {
    return (detectors.isEmpty() || detectors.contains(detector)) && entities.matches(entity);
  }
}
