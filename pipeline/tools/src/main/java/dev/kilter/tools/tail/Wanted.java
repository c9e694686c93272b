package dev.kilter.tools.tail;

import dev.kilter.alert.Severity;
import dev.kilter.event.EntityPattern;
import dev.kilter.health.HealthScope;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.GroupNote;
import dev.kilter.tools.messages.HealthNote;
import dev.kilter.tools.messages.TroubleMessage;
import java.util.List;
import java.util.Set;

/**
 * Which messages a person wants to see.
 *
 * @param entities patterns of which one must fit; none: every entity
 * @param detectors their ids; none: every detector
 * @param least the least severity of an alert
 * @param statuses of alerts; none: every status
 */
record Wanted(
    List<EntityPattern> entities, Set<String> detectors, Severity least, Set<String> statuses) {

  Wanted {
    entities = List.copyOf(entities);
    detectors = Set.copyOf(detectors);
    statuses = Set.copyOf(statuses);
  }

  /** Whether an alert is about something that is wanted, whatever its status. */
  boolean concerns(AlertMessage alert) {
    return isEntity(alert.entity())
        && isDetector(alert.about().detector())
        && isBadEnough(alert.severity());
  }

  /**
   * Whether a message about a group is: one of its incidents must be of the entity and detector.
   */
  boolean concerns(GroupNote group) {
    return isBadEnough(group.severity())
        && ((entities.isEmpty() && detectors.isEmpty())
            || group.incidents().stream()
                .anyMatch(each -> isEntity(each.entity()) && isDetector(each.detector())));
  }

  /** Whether messages with this status are wanted. */
  boolean hasStatus(TroubleMessage message) {
    return statuses.isEmpty() || statuses.contains(message.state().status());
  }

  /** Whether a health message is wanted; one that is of every detector is of each. */
  boolean concerns(HealthNote note) {
    HealthScope scope = note.scope();
    return isEntity(scope.entity()) && (scope.detector() == null || isDetector(scope.detector()));
  }

  private boolean isEntity(String entity) {
    return entities.isEmpty() || entities.stream().anyMatch(pattern -> pattern.matches(entity));
  }

  private boolean isDetector(String detector) {
    return detectors.isEmpty() || detectors.contains(detector);
  }

  /** A severity that is not known here may be bad. */
  private boolean isBadEnough(String label) {
    for (Severity severity : Severity.values()) {
      if (severity.label().equals(label)) {
        return severity.compareTo(least) >= 0;
      }
    }
    return true;
  }
}
