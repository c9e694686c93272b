package dev.kilter.job.kafka;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.alert.group.Group;
import dev.kilter.alert.group.GroupMessage;
import dev.kilter.alert.group.Member;
import java.time.Instant;

/** Writes messages about groups as JSON, the keys always in the same order. */
public final class GroupJson {
  /** A message does not become larger than this: the names of its members are counted. */
  static final int MOST_BYTES = 1_000_000;

  private GroupJson() {}

  /** The message as one line of JSON. */
  public static byte[] bytes(GroupMessage message) {
    Group group = message.group();
    ObjectNode json = JsonLine.object();
    json.put("group", group.id());
    json.put("revision", group.revision());
    json.put("status", group.open() ? "open" : "closed");
    json.put("severity", group.severity().label());
    json.put("opened", Instant.ofEpochMilli(group.times().openedMillis()).toString());
    json.put("time", Instant.ofEpochMilli(message.timeMillis()).toString());
    ArrayNode channels = json.putArray("channels");
    group.channels().forEach(channels::add);
    ArrayNode incidents = json.putArray("incidents");
    group.members().forEach(member -> incidents.add(incident(member)));
    if (group.others() > 0) {
      json.put("others", group.others());
    }
    json.put("summary", message.summary());
    return JsonLine.bytes(json);
  }

  private static ObjectNode incident(Member member) {
    ObjectNode json = JsonLine.object();
    json.put("incident", member.incident());
    json.put("detector", member.detector());
    json.put("entity", member.entity());
    json.put("severity", member.severity().label());
    json.put("status", member.status().label());
    return json;
  }
}
