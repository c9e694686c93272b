package dev.kilter.tools.messages;

import static dev.kilter.tools.messages.MessageFields.textOrEmpty;

import dev.kilter.tools.lines.JsonFields;
import java.util.List;

/**
 * A message about a group of incidents, as it is read back from its topic.
 *
 * @param id the group's id
 * @param revision which message about it this is
 * @param state how it is with the group
 * @param moment when
 * @param incidents those that are listed
 * @param summary one sentence for people, or empty
 */
public record GroupNote(
    String id,
    int revision,
    AlertMessage.State state,
    AlertMessage.Moment moment,
    List<Member> incidents,
    String summary)
    implements TroubleMessage {

  /** Makes sure that nobody changes the list. */
  public GroupNote {
    incidents = List.copyOf(incidents);
  }

  /** One of its incidents; empty where something is absent. */
  public record Member(String entity, String detector, String severity, String status) {}

  /**
   * Reads a message about a group.
   *
   * @throws dev.kilter.UserError with the place of what is wrong
   */
  public static GroupNote of(JsonFields json) {
    return new GroupNote(
        json.text("group"),
        MessageFields.revision(json),
        new AlertMessage.State(json.text("status"), "", json.text("severity"), false),
        MessageFields.moment(json),
        MessageFields.objects(json, "incidents").stream().map(GroupNote::member).toList(),
        textOrEmpty(json, "summary"));
  }

  /** Whether an object is about a group, and not about one incident. */
  public static boolean is(JsonFields json) {
    return json.has("group") && !json.has("incident");
  }

  private static Member member(JsonFields json) {
    return new Member(
        textOrEmpty(json, "entity"),
        textOrEmpty(json, "detector"),
        textOrEmpty(json, "severity"),
        textOrEmpty(json, "status"));
  }
}
