package dev.kilter.tools.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.kafka.KafkaCheck;
import dev.kilter.job.kafka.TopicFacts;
import dev.kilter.job.kafka.TransactionCheck;
import dev.kilter.tools.embedded.EmbeddedBroker;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at before the start, on a broker that knows who may do what. */
class KafkaCheckIT {
  private static final String NOBODY = "User:ANONYMOUS";

  private static EmbeddedBroker broker;

  @TempDir private Path folder;

  @BeforeAll
  static void startBroker() {
    broker =
        EmbeddedBroker.start(
            Map.of(
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found",
                "true"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void whatIsAsItHasToBeIsTaken() {
    PipelineTopics topics = topics("right");
    PipelineConfig config = topics.config("exactly-once.yaml");
    TopicFacts facts = new KafkaCheck(config.kafka()).check();
    assertThat(facts.eventPartitions()).isEqualTo(2);
    assertThat(facts.largestRecordBytes()).isEqualTo(1_048_588 - 4_096);
    assertThatCode(() -> new TransactionCheck(config).check()).doesNotThrowAnyException();
  }

  @Test
  void topicsThatAreMissingAreNamed() {
    PipelineTopics none = new PipelineTopics(broker, "none", folder);
    assertThatThrownBy(() -> new KafkaCheck(none.config().kafka()).check())
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "has no topic none-events, none-alerts, none-dead-letters, none-scores, none-groups:"
                + " create it");
  }

  @Test
  void aTopicThatWouldRefuseTheLargestAlertIsRefusedWithWhatItHasToTake() {
    broker.createTopic("small-events", 1, Map.of());
    for (String topic : List.of("alerts", "dead-letters", "scores")) {
      broker.createTopic("small-" + topic, 1, Map.of("max.message.bytes", "65536"));
    }
    broker.createTopic("small-groups", 1, Map.of("max.message.bytes", "500000"));
    PipelineTopics small = new PipelineTopics(broker, "small", folder);

    assertThatThrownBy(() -> new KafkaCheck(small.config().kafka()).check())
        .isInstanceOf(UserError.class)
        .hasMessageContaining(": small-alerts takes 65536 and has to take 69632, small-scores")
        .hasMessageContaining("small-groups takes 500000 and has to take 1004096. Raise")
        .hasMessageNotContaining("small-dead-letters");
  }

  @Test
  void aTopicThatMayNotBeWrittenIsNamedWithTheRightThatLacks() throws Exception {
    PipelineTopics topics = topics("guarded");
    allow(ResourceType.TOPIC, "guarded-alerts", AclOperation.READ, AclOperation.DESCRIBE_CONFIGS);

    assertThatThrownBy(() -> new KafkaCheck(topics.config().kafka()).check())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("does not allow this user to use topic guarded-alerts (WRITE): give");

    allow(ResourceType.TOPIC, "guarded-alerts", AclOperation.WRITE);
    assertThatCode(() -> new KafkaCheck(topics.config().kafka()).check())
        .doesNotThrowAnyException();
  }

  @Test
  void aTopicThatMayNotEvenBeSeenIsNotSaidToBeMissing() throws Exception {
    PipelineTopics topics = topics("hidden");
    allow(ResourceType.TOPIC, "hidden-scores", AclOperation.DESCRIBE_CONFIGS);

    assertThatThrownBy(() -> new KafkaCheck(topics.config().kafka()).check())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("does not allow this user to use topic hidden-scores (DESCRIBE)");
  }

  @Test
  void transactionsLongerThanTheBrokersAllowAreRefusedWithBothTimes() {
    PipelineConfig config = topics("long").config("exactly-once.yaml", Map.of("TIMEOUT", "20m"));

    assertThatThrownBy(() -> new TransactionCheck(config).check())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("as long as delivery.transaction-timeout, 20m:")
        .hasMessageContaining("transaction.max.timeout.ms is 900000, which is 15m. Raise it");
  }

  @Test
  void transactionsThatThisUserMayNotHaveAreRefused() throws Exception {
    PipelineConfig config = topics("locked").config("exactly-once.yaml");
    allow(ResourceType.TRANSACTIONAL_ID, "kilter-locked-start", AclOperation.DESCRIBE);

    assertThatThrownBy(() -> new TransactionCheck(config).check())
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "does not allow this user to have transactions whose ids begin with kilter-locked (");
  }

  @Test
  void atLeastOnceNothingIsAskedAboutTransactions() throws Exception {
    PipelineConfig config = new PipelineTopics(broker, "unasked", folder).config();
    assertThatCode(() -> new TransactionCheck(config).check()).doesNotThrowAnyException();
  }

  /** What has a right named is closed to all that have none. */
  private static void allow(ResourceType type, String name, AclOperation... rights)
      throws Exception {
    ResourcePattern resource = new ResourcePattern(type, name, PatternType.LITERAL);
    List<AclBinding> allowed =
        Arrays.stream(rights).map(right -> new AclBinding(resource, toNobody(right))).toList();
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()))) {
      admin.createAcls(allowed).all().get();
      awaitKnown(admin, allowed);
    }
  }

  private static AccessControlEntry toNobody(AclOperation right) {
    return new AccessControlEntry(NOBODY, "*", right, AclPermissionType.ALLOW);
  }

  /** The controller knows it at once, the broker that answers a moment later. */
  private static void awaitKnown(Admin admin, List<AclBinding> allowed) throws Exception {
    while (!admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(allowed)) {
      Thread.onSpinWait();
    }
  }

  private PipelineTopics topics(String prefix) {
    return PipelineTopics.create(broker, prefix, folder.resolve(prefix));
  }
}
