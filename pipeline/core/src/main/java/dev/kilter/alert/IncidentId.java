package dev.kilter.alert;

import dev.kilter.Digest;
import dev.kilter.sequence.Subject;

/** Makes the id of an incident from what it is. */
public final class IncidentId {
  private static final String LATE = "\1";

  private IncidentId() {}

  /** The id of the incident of a subject that opened then. */
  public static String of(String pipeline, String detector, Subject subject, long openedMillis) {
    String opened = (subject.late() ? LATE : "") + openedMillis;
    return Digest.of(pipeline, detector, subject.entity(), opened);
  }
}
