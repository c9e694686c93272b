package dev.kilter.rig.fault;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A topic that can be made to refuse what is written to it.
 *
 * @param bootstrap where the broker is
 * @param topic its name
 */
public record RefusingTopic(String bootstrap, String topic) {
  private static final String SIZE = "max.message.bytes";

  /** It takes no records larger than this. */
  void takeNoneOver(int bytes) throws ExecutionException, InterruptedException {
    set(new AlterConfigOp(new ConfigEntry(SIZE, String.valueOf(bytes)), AlterConfigOp.OpType.SET));
  }

  /** It takes what it took at first. */
  void takeAll() throws ExecutionException, InterruptedException {
    set(new AlterConfigOp(new ConfigEntry(SIZE, ""), AlterConfigOp.OpType.DELETE));
  }

  private void set(AlterConfigOp change) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      admin
          .incrementalAlterConfigs(
              Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(change)))
          .all()
          .get();
    }
  }

  /** Nobody may write to it; everything else everybody may. */
  void forbid() throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      admin.createAcls(List.of(all(), writing())).all().get();
    }
  }

  /** Everybody may again. */
  void allow() throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      admin.deleteAcls(List.of(writing().toFilter(), all().toFilter())).all().get();
    }
  }

  /** Once a rule is there, what no rule allows is forbidden. */
  private AclBinding all() {
    return rule(AclOperation.ALL, AclPermissionType.ALLOW);
  }

  private AclBinding writing() {
    return rule(AclOperation.WRITE, AclPermissionType.DENY);
  }

  private AclBinding rule(AclOperation operation, AclPermissionType permission) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
        new AccessControlEntry("User:*", "*", operation, permission));
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrap));
  }
}
