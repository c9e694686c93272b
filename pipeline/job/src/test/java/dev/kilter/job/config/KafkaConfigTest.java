package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaConfigTest {

  @Test
  void defaults() {
    assertThat(read(LEAST).kafka())
        .isEqualTo(
            new KafkaConfig(
                "localhost:9092",
                "e",
                "a",
                AlertFormat.JSON,
                "d",
                null,
                null,
                null,
                null,
                null,
                null,
                new StartPosition.Latest(),
                Map.of()));
  }

  @Test
  void everyKeyIsMapped() {
    String text =
        LEAST.replace(
            "dead-letters: d}",
            "alerts-format: avro, dead-letters: d, scores: s, health: h, late: l, groups: g, control: c,"
                + " feedback: f, properties: {security.protocol: SSL, retries: 3}}");
    assertThat(read(text + "start: earliest\ngroups: {}").kafka())
        .isEqualTo(
            new KafkaConfig(
                "localhost:9092",
                "e",
                "a",
                AlertFormat.AVRO,
                "d",
                "s",
                "h",
                "l",
                "g",
                "c",
                "f",
                new StartPosition.Earliest(),
                Map.of("security.protocol", "SSL", "retries", "3")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bootstrap", "events", "alerts", "dead-letters"})
  void eachOfTheseMustBeThere(String key) {
    assertThat(problems(LEAST.replace(key + ":", "mood:")))
        .anyMatch(problem -> problem.equals(":2: kafka." + key + " is missing"))
        .anyMatch(problem -> problem.startsWith(":2: unknown key kafka.mood; known here are ["))
        .hasSize(2);
  }

  @Test
  void verdictsAreHeardOnlyWhereWhatTheyChangeIsWrittenDown() {
    assertThat(problems(LEAST.replace("dead-letters: d}", "dead-letters: d, control: c}")))
        .containsExactly(
            ":2: kafka.feedback is missing; it must be there together with control: the topic for"
                + " what people's verdicts have changed");
    assertThat(problems(LEAST.replace("dead-letters: d}", "dead-letters: d, feedback: f}")))
        .containsExactly(
            ":2: kafka.feedback is \"f\"; it must be left out, or together with control, the topic"
                + " in which people give their verdicts");
  }

  @Test
  void propertiesAreSingleValues() {
    assertThat(problems(LEAST.replace("dead-letters: d}", "dead-letters: d, properties: {a: []}}")))
        .containsExactly(":2: kafka.properties.a is a list; it must be a single value");
  }

  @Test
  void alertsAreInAFormatThatThereIs() {
    assertThat(problems(LEAST.replace("alerts: a", "alerts: a, alerts-format: xml")))
        .containsExactly(":2: kafka.alerts-format is \"xml\"; it must be json or avro");
  }

  @Test
  void startIsAPositionOrATime() {
    assertThat(start("committed")).isEqualTo(new StartPosition.Committed());
    assertThat(start("latest")).isEqualTo(new StartPosition.Latest());
    assertThat(start("2026-03-01T12:00:00Z"))
        .isEqualTo(new StartPosition.At(Instant.parse("2026-03-01T12:00:00Z")));
    assertThat(start("\"2026-03-01T12:00:00+01:00\""))
        .isEqualTo(new StartPosition.At(Instant.parse("2026-03-01T11:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({"Latest", "2026-03-01", "2026-03-01T12:00:00", "0"})
  void nothingElseIsAStart(String start) {
    assertThat(problems(LEAST + "start: " + start))
        .containsExactly(
            ":5: start is \""
                + start
                + "\"; it must be latest, earliest, committed or a time such as"
                + " 2026-03-01T12:00:00Z");
  }

  private static StartPosition start(String text) {
    return read(LEAST + "start: " + text).kafka().start();
  }
}
