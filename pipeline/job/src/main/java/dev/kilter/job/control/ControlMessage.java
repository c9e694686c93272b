package dev.kilter.job.control;

import dev.kilter.alert.quiet.QuietTime;
import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.Feedback;
import java.util.List;

/** Something that somebody tells a running pipeline. All times are event times. */
public sealed interface ControlMessage {

  /**
   * Nobody wants to hear of some entities for a while.
   *
   * @param id its name, by which it can be ended
   * @param entities whom it concerns
   * @param detectors the ids of the detectors it concerns; none: all of them
   * @param window when
   * @param reason why
   * @param by who says so
   */
  record Silence(
      String id,
      EntityPattern entities,
      List<String> detectors,
      TimeWindow window,
      String reason,
      String by)
      implements ControlMessage {

    /** Keeps a copy of the list. */
    public Silence {
      detectors = List.copyOf(detectors);
    }

    /** The silence as a quiet time of its name. */
    public QuietTime quietTime() {
      return new QuietTime(id, entities, detectors, window);
    }
  }

  /**
   * A silence is over before its time.
   *
   * @param id the silence's
   * @param fromMillis from when on, in milliseconds since 1970
   */
  record EndSilence(String id, long fromMillis) implements ControlMessage {}

  /**
   * Somebody thinks something of an incident.
   *
   * @param feedback what
   */
  record GivenFeedback(Feedback feedback) implements ControlMessage {}
}
