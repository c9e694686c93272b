package dev.kilter.tools.messages;

import dev.kilter.tools.lines.JsonFields;
import java.time.Instant;
import java.util.List;

/**
 * An alert, as it is read back from its topic. What older alerts lack is empty; what is not known
 * here is passed over.
 *
 * @param about which incident, and whose
 * @param state how it is with the incident
 * @param moment when
 * @param excess how high the score is
 * @param channels what leads, the worst first
 * @param classes what it probably is, the most probable first; empty where nothing says so
 * @param summary one sentence for people, or empty
 */
public record AlertMessage(
    About about,
    State state,
    Moment moment,
    Excess excess,
    List<Reading> channels,
    List<Likely> classes,
    String summary) {

  /** Makes sure that nobody changes the lists. */
  public AlertMessage {
    channels = List.copyOf(channels);
    classes = List.copyOf(classes);
  }

  /**
   * Which incident.
   *
   * @param revision 1 for the alert that opened it
   */
  public record About(String incident, int revision, String detector, String entity) {}

  /**
   * How it is with an incident.
   *
   * @param status such as {@code open}
   * @param cause why this is told, such as {@code worsened}; empty where it is not said
   * @param late whether it was found in what came too late
   */
  public record State(String status, String cause, String severity, boolean late) {}

  /** When: of the incident, and of this message. */
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
   * Reads an alert.
   *
   * @throws dev.kilter.UserError with the place of what is wrong
   */
  public static AlertMessage of(JsonFields json) {
    return new AlertMessage(
        about(json),
        new State(
            json.text("status"), textOrEmpty(json, "cause"), json.text("severity"), isLate(json)),
        new Moment(time(json, "opened"), time(json, "time")),
        new Excess(
            json.numberOrNone("score"), json.numberOrNone("threshold"), json.numberOrNone("peak")),
        objects(json, "channels").stream().map(AlertMessage::reading).toList(),
        objects(json, "classes").stream().map(AlertMessage::likely).toList(),
        textOrEmpty(json, "summary"));
  }

  public String entity() {
    return about.entity();
  }

  public String severity() {
    return state.severity();
  }

  /** Whether trouble is over. */
  public boolean closed() {
    return state.status().equals("closed");
  }

  /** Whether this is the first alert of an incident. */
  public boolean opens() {
    return about.revision() == 1 && !closed();
  }

  public List<String> channelNames() {
    return channels.stream().map(Reading::name).toList();
  }

  private static About about(JsonFields json) {
    return new About(
        json.text("incident"),
        (int) json.number("revision"),
        json.text("detector"),
        json.text("entity"));
  }

  private static boolean isLate(JsonFields json) {
    return json.isTrue("late");
  }

  private static Reading reading(JsonFields json) {
    return new Reading(
        json.text("name"),
        json.numberOrNone("observed"),
        json.numberOrNone("expected"),
        json.numberOrNone("part"));
  }

  private static Likely likely(JsonFields json) {
    return new Likely(json.text("name"), json.numberOrNone("probability"));
  }

  private static List<JsonFields> objects(JsonFields json, String field) {
    return json.has(field) ? json.objects(field) : List.of();
  }

  private static String textOrEmpty(JsonFields json, String field) {
    return json.has(field) ? json.text(field) : "";
  }

  private static Instant time(JsonFields json, String field) {
    return Instant.ofEpochMilli(json.instantMillis(field));
  }
}
