package dev.kilter.tools.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.group.GroupBy;
import dev.kilter.alert.group.GroupRule;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code kilter validate} says of groups. */
class GroupTextTest {

  @Test
  void theRuleIsToldWithItsDefaults() {
    assertThat(GroupText.of(GroupRule.standard(), "alert-groups"))
        .isEqualTo(
            "5 entities of one detector with one leading channel within 2 min, new ones told every"
                + " 1 min, forgotten after 1 d without news; to alert-groups");
  }

  @Test
  void whatNamesMustShareIsTold() {
    GroupRule rule =
        new GroupRule(
            3,
            Duration.ofSeconds(30),
            new GroupBy(false, false, "(hall-\\d+)/.*"),
            Duration.ZERO,
            Duration.ofHours(1));

    assertThat(GroupText.of(rule, "g"))
        .startsWith("3 entities with the same part of (hall-\\d+)/.* within 30 s, new ones");
  }

  @Test
  void itIsPartOfThePlanWhereThereAreGroups() {
    PipelineConfig config =
        PipelineConfig.load(
            Path.of("src/test/resources/two-channels.yaml"),
            Map.of("KAFKA_BOOTSTRAP", "unused:1", "PREFIX", "it", "CHECKPOINT_DIR", "file:///tmp"));

    assertThat(PlanText.of(PipelinePlan.resolve(config), Instant.EPOCH))
        .anyMatch(line -> line.matches("groups +3 entities of one detector .*; to it-groups"));
  }
}
