package dev.kilter.job.decode;

import dev.kilter.job.config.EventFields;
import java.util.HashMap;
import java.util.Map;

/** The fields of an event as a tree over the JSON, so that one pass finds them all. */
final class FieldTree {
  /** What a field is for. */
  enum Role {
    ENTITY,
    TIME,
    VALUES,
    CHANNEL,
    VALUE
  }

  private final Map<String, FieldTree> children = new HashMap<>();
  private Role role;

  static FieldTree of(EventFields fields) {
    FieldTree root = new FieldTree();
    root.add(fields.entity(), Role.ENTITY);
    root.add(fields.time(), Role.TIME);
    root.add(fields.values(), Role.VALUES);
    root.add(fields.channel(), Role.CHANNEL);
    root.add(fields.value(), Role.VALUE);
    return root;
  }

  /** What is below this field under a name, or null if nothing of interest. */
  FieldTree child(String name) {
    return children.get(name);
  }

  /** What this field is for, or null if it only leads to others. */
  Role role() {
    return role;
  }

  private void add(String pointer, Role leafRole) {
    FieldTree node = this;
    for (String step : pointer.substring(1).split("/", -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      node = node.children.computeIfAbsent(name, unseen -> new FieldTree());
    }
    node.role = leafRole;
  }
}
