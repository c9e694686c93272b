package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.group.GroupBy;
import dev.kilter.alert.group.GroupRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a group, as the pipeline file says it. */
class GroupRulesTest {
  private static final String WITH_TOPIC =
      LEAST.replace("dead-letters: d}", "dead-letters: d, groups: g}");

  @Test
  void whereNobodyAsksThereAreNoGroups() {
    assertThat(read(LEAST).groups()).isNull();
    assertThat(read(LEAST).kafka().groups()).isNull();
  }

  @Test
  void defaults() {
    assertThat(read(WITH_TOPIC + "groups: {}").groups())
        .isEqualTo(
            new GroupRule(
                5,
                Duration.ofMinutes(2),
                new GroupBy(true, true, null),
                Duration.ofMinutes(1),
                Duration.ofDays(1)));
    assertThat(read(WITH_TOPIC + "groups:").groups()).isEqualTo(GroupRule.standard());
  }

  @Test
  void everyKeyIsMapped() {
    assertThat(
            read(WITH_TOPIC
                    + """
                        groups:
                          least: 3
                          within: 30s
                          by: [channel]
                          by-entity: "(hall-\\\\d+)/.*"
                          quiet: 0s
                          forget-after: 1h
                        """)
                .groups())
        .isEqualTo(
            new GroupRule(
                3,
                Duration.ofSeconds(30),
                new GroupBy(false, true, "(hall-\\d+)/.*"),
                Duration.ZERO,
                Duration.ofHours(1)));
    assertThat(read(WITH_TOPIC + "groups: {by: [detector]}").groups().by())
        .isEqualTo(new GroupBy(true, false, null));
  }

  @Test
  void groupsNeedATopic() {
    assertThat(problems(LEAST + "groups: {least: 3}"))
        .containsExactly(
            ":5: groups is without a topic; it must be together with kafka.groups, the topic for its"
                + " messages");
  }

  @Test
  void aTopicNeedsGroups() {
    assertThat(problems(WITH_TOPIC))
        .containsExactly(
            ":2: kafka.groups is \"g\"; it must be left out, or together with groups:, which says what"
                + " they are");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "least: 1; least is \"1\"; a whole number from 2 to 1000",
        "least: 1001; least is \"1001\"; a whole number from 2 to 1000",
        "within: 0s; within is \"0s\"; longer than nothing",
        "quiet: a while; quiet is \"a while\"; a duration such as 500ms, 5s, 10m or 2h",
        "forget-after: 0s; forget-after is \"0s\"; longer than nothing",
        "forget-after: 119s; forget-after is \"119s\"; at least within, 2m",
        "quiet: 2d; forget-after is \"1d\"; at least quiet, 2d",
        "by: detector; by is \"detector\"; a list of texts: not a list",
        "by: [detector, mood]; by is [detector, mood]; a list of detector and channel, or one of them",
        "by-entity: 'hall-.*'; by-entity is \"hall-.*\"; a regular expression with a part in"
            + " parentheses, such as (hall-\\d+)/.*",
        "by-entity: '(hall-'; by-entity is \"(hall-\"; a regular expression with a part in"
            + " parentheses, such as (hall-\\d+)/.*",
      })
  void everyCheckFires(String line, String what, String right) {
    assertThat(problems(WITH_TOPIC + "groups:\n  " + line))
        .singleElement()
        .asString()
        .endsWith(": groups." + what + "; it must be " + right);
  }

  @Test
  void anUnknownKeyIsToldWithTheKnownOnes() {
    assertThat(problems(WITH_TOPIC + "groups:\n  mood: good"))
        .containsExactly(
            ":6: unknown key groups.mood; known here are [least, within, by, by-entity, quiet,"
                + " forget-after]");
  }
}
