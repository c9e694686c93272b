package dev.kilter.tools.messages;

import static dev.kilter.tools.messages.MessageFields.numberOrNone;
import static dev.kilter.tools.messages.MessageFields.textOrEmpty;

import dev.kilter.alert.AlertStatus;
import dev.kilter.tools.lines.JsonFields;
import java.time.Instant;
import java.util.List;

/**
 * An alert, as it is read back from its topic or from a file. What older alerts lack is empty; what
 * is not known here is passed over.
 *
 * @param about which incident, and whose
 * @param state how it is with the incident
 * @param moment when
 * @param excess how high the score is
 * @param channels what leads, the worst first
 * @param classes what it probably is, the most probable first; empty where nothing says so
 * @param summary one sentence for people, or empty
 * @param health what was wrong with its channels besides; empty where nothing was
 */
public record AlertMessage(
    About about,
    State state,
    Moment moment,
    Excess excess,
    List<Reading> channels,
    List<Likely> classes,
    String summary,
    List<Ill> health)
    implements TroubleMessage {

  /** Makes sure that nobody changes the lists. */
  public AlertMessage {
    channels = List.copyOf(channels);
    classes = List.copyOf(classes);
    health = List.copyOf(health);
  }

  /**
   * Which incident.
   *
   * @param revision 1 for the alert that opened it
   */
  public record About(String incident, int revision, String detector, String entity) {}

  /**
   * How it is with an incident, or with a group of them.
   *
   * @param status such as {@code open}
   * @param cause why this is told, such as {@code worsened}; empty where it is not said
   * @param severity such as {@code major}; in files empty where it is not said
   * @param late whether it was found in what came too late
   */
  public record State(String status, String cause, String severity, boolean late) {}

  /** When: of the incident or group, and of this message. */
  public record Moment(Instant opened, Instant time) {}

  /** The score, what it is held against, and the highest score so far; NaN where absent. */
  public record Excess(double score, double threshold, double peak) {
    /** How many times the threshold the score is. */
    public double times() {
      return score / threshold;
    }

    /** How many times the threshold the highest score is. */
    public double timesAtWorst() {
      return peak / threshold;
    }
  }

  /** One channel: NaN where a number is absent. */
  public record Reading(String name, double observed, double expected, double part) {}

  /** One class, and how probable it is. */
  public record Likely(String name, double probability) {}

  /**
   * What was wrong with a channel.
   *
   * @param kind such as {@code flat}
   * @param channel the channel; empty: the entity as a whole
   */
  public record Ill(String kind, String channel, Instant since) {
    /** It in words, such as {@code vibration flat since 2026-03-01T02:04:10Z}. */
    public String words() {
      return (channel + " " + kind + " since " + since).strip();
    }
  }

  /**
   * Reads an alert of a topic. A status or severity that is not known here is one of a later
   * version.
   *
   * @throws dev.kilter.UserError with the place of what is wrong
   */
  public static AlertMessage of(JsonFields json) {
    return read(json, json.text("status"), MessageFields.revision(json), json.text("severity"));
  }

  /**
   * Reads an alert of a file, whose status must be known since all depends on it; files may lack
   * revisions, an end comes last then, and severities.
   *
   * @throws dev.kilter.UserError with the place of what is wrong
   */
  public static AlertMessage inFile(JsonFields json) {
    AlertStatus status = json.oneOf("status", AlertStatus.values(), AlertStatus::label);
    int standIn = status == AlertStatus.CLOSED ? 2 : 1;
    int revision = json.has("revision") ? MessageFields.revision(json) : standIn;
    return read(json, status.label(), revision, textOrEmpty(json, "severity"));
  }

  private static AlertMessage read(JsonFields json, String status, int revision, String severity) {
    return new AlertMessage(
        new About(json.text("incident"), revision, json.text("detector"), json.text("entity")),
        new State(status, textOrEmpty(json, "cause"), severity, json.isTrue("late")),
        MessageFields.moment(json),
        new Excess(
            numberOrNone(json, "score"),
            numberOrNone(json, "threshold"),
            numberOrNone(json, "peak")),
        MessageFields.objects(json, "channels").stream().map(AlertMessage::reading).toList(),
        MessageFields.objects(json, "classes").stream().map(AlertMessage::likely).toList(),
        textOrEmpty(json, "summary"),
        MessageFields.objects(json, "health").stream().map(AlertMessage::ill).toList());
  }

  @Override
  public String id() {
    return about.incident();
  }

  @Override
  public int revision() {
    return about.revision();
  }

  public String entity() {
    return about.entity();
  }

  /** Whether this is the first alert of an incident. */
  public boolean opens() {
    return about.revision() == 1 && !closed();
  }

  public List<String> channelNames() {
    return channels.stream().map(Reading::name).toList();
  }

  private static Reading reading(JsonFields json) {
    return new Reading(
        json.text("name"),
        numberOrNone(json, "observed"),
        numberOrNone(json, "expected"),
        numberOrNone(json, "part"));
  }

  private static Likely likely(JsonFields json) {
    return new Likely(json.text("name"), numberOrNone(json, "probability"));
  }

  private static Ill ill(JsonFields json) {
    return new Ill(
        json.text("kind"),
        textOrEmpty(json, "channel"),
        Instant.ofEpochMilli(json.instantMillis("since")));
  }
}
