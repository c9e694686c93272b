package dev.kilter.alert.group;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.ChannelPart;
import dev.kilter.alert.Incident;
import dev.kilter.alert.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * An incident as groups see it: what one alert says of it, and, once it is kept, what its alerts
 * have said so far. Plain data, so Flink can keep it as state.
 *
 * @param incident its id
 * @param revision how many alerts it has sent
 * @param detector the detector that found it
 * @param entity the entity in trouble
 * @param channel the channel that leads, or null: none does; once it is kept, that of its opening
 * @param severity the worst it has been
 * @param status where in its life it is
 * @param openedMillis event time at which it opened
 * @param timeMillis event time of the alert; once it is kept, that at which it was first heard of
 */
public record Member(
    String incident,
    int revision,
    String detector,
    String entity,
    String channel,
    Severity severity,
    AlertStatus status,
    long openedMillis,
    long timeMillis) {

  /** The order in which alerts are taken in, whatever the order in which they came. */
  public static final Comparator<Member> IN_ORDER =
      Comparator.comparingLong(Member::timeMillis)
          .thenComparing(Member::detector)
          .thenComparing(Member::entity)
          .thenComparing(Member::incident)
          .thenComparingInt(Member::revision);

  static final Comparator<Member> BY_OPENING =
      Comparator.comparingLong(Member::openedMillis).thenComparing(IN_ORDER);

  /** What an alert says. */
  public static Member of(Alert alert) {
    Incident incident = alert.incident();
    List<ChannelPart> channels = alert.findings().channels();
    return new Member(
        incident.id(),
        incident.revision(),
        alert.detector(),
        alert.entity(),
        channels.isEmpty() ? null : channels.get(0).name(),
        incident.severity(),
        alert.status(),
        incident.openedMillis(),
        alert.timeMillis());
  }

  /** Whether it can begin or join a group: it is the first alert of an incident that is open. */
  boolean opens() {
    return revision == 1 && !isClosed() && channel != null;
  }

  boolean isClosed() {
    return status == AlertStatus.CLOSED;
  }

  /** When it is too late for it to begin a group, if it is still alone. */
  long aloneMillis(GroupRule rule) {
    return timeMillis + rule.within().toMillis();
  }

  /** The same, as of another time. */
  public Member asOf(long millis) {
    return new Member(
        incident, revision, detector, entity, channel, severity, status, openedMillis, millis);
  }

  /** The same incident after one more alert. */
  Member with(Member news) {
    return new Member(
        incident,
        news.revision,
        detector,
        entity,
        channel,
        news.severity,
        news.status,
        openedMillis,
        timeMillis);
  }
}
