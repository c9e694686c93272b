package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pipeline file promises of delivery, and what it must not say then. */
class DeliveryTest {
  private static final String TOGETHER =
      "at least 610s, checkpoints.interval (10s) and longest-outage (10m) together: what is in a"
          + " transaction is lost when Kafka ends it";

  @Test
  void defaults() {
    assertThat(read(LEAST).delivery())
        .isEqualTo(
            new DeliveryConfig(
                Guarantee.AT_LEAST_ONCE,
                Duration.ofMinutes(15),
                Duration.ofMinutes(10),
                "kilter-pumps",
                null));
  }

  @Test
  void everyKeyIsMapped() {
    assertThat(
            delivery(
                "{guarantee: exactly-once, transaction-timeout: 2h, longest-outage: 1h, prefix: p,"
                    + " accept-loss-until: 2026-03-01T12:00:00Z}"))
        .isEqualTo(
            new DeliveryConfig(
                Guarantee.EXACTLY_ONCE,
                Duration.ofHours(2),
                Duration.ofHours(1),
                "p",
                Instant.parse("2026-03-01T12:00:00Z")));
  }

  @Test
  void oneWordIsEnough() {
    DeliveryConfig config = delivery("exactly-once");
    assertThat(config.exactlyOnce()).isTrue();
    assertThat(config.prefix("alerts")).isEqualTo("kilter-pumps-alerts");
    assertThat(delivery("at-least-once").exactlyOnce()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "guarantee, once, at-least-once or exactly-once",
    "longest-outage, 0s, longer than nothing",
    "transaction-timeout, 25d, at most 24d",
    "transaction-timeout, 0s, longer than nothing",
    "prefix, ' ', something other than blanks",
    "accept-loss-until, yesterday, a time such as 2026-03-01T12:00:00Z",
  })
  void everyCheckFires(String key, String value, String right) {
    String section = "{guarantee: exactly-once, " + key + ": \"" + value + "\"}";
    assertThat(
            problems(
                LEAST
                    + "delivery: "
                    + section.replace(
                        key.equals("guarantee") ? "guarantee: exactly-once, " : "nothing", "")))
        .containsExactly(":5: delivery." + key + " is \"" + value + "\"; it must be " + right);
  }

  @Test
  void aTransactionMustOutliveTheIntervalAndTheLongestOutage() {
    assertThat(
            problems(LEAST + "delivery:\n  guarantee: exactly-once\n  transaction-timeout: 10m\n"))
        .containsExactly(":7: delivery.transaction-timeout is \"10m\"; it must be " + TOGETHER);
    assertThat(
            delivery("{guarantee: exactly-once, transaction-timeout: 610s}").transactionTimeout())
        .isEqualTo(Duration.ofSeconds(610));
  }

  @Test
  void theDefaultIsRefusedWhereItIsTooShortForTheInterval() {
    assertThat(problems(LEAST + "checkpoints: {interval: 6m}\ndelivery: exactly-once"))
        .containsExactly(
            ":6: delivery is exactly-once with a transaction-timeout of 15m; it must be a section"
                + " with a transaction-timeout of at least 16m, checkpoints.interval (6m) and"
                + " longest-outage (10m) together: what is in a transaction is lost when Kafka ends"
                + " it");
    assertThat(problems(LEAST + "checkpoints: {interval: 6m}\ndelivery: {guarantee: exactly-once}"))
        .singleElement()
        .asString()
        .startsWith(":6: delivery.transaction-timeout is \"15m\"; it must be at least 16m");
  }

  @ParameterizedTest
  @CsvSource({"transaction-timeout, 1h", "longest-outage, 1h", "prefix, p"})
  void whatIsOfTransactionsIsRefusedWhereThereAreNone(String key, String value) {
    assertThat(problems(LEAST + "delivery: {" + key + ": " + value + "}"))
        .containsExactly(
            ":5: delivery."
                + key
                + " is there; it must be left out, or together with guarantee: exactly-once, since"
                + " it is of that");
  }

  @ParameterizedTest
  @CsvSource({
    "at-least-once, transactional.id, mine, left out: a pipeline names its transactions by"
        + " delivery.prefix",
    "at-least-once, acks, 1, 'left out, or all: with less, what is told is lost when a broker dies'",
    "exactly-once, acks, 0, 'left out, or all: with less, what is told is lost when a broker dies'",
    "exactly-once, transaction.timeout.ms, 60000, left out: it is said by"
        + " delivery.transaction-timeout",
    "exactly-once, transaction.two.phase.commit.enable, true, left out: a transaction that nobody"
        + " commits is to end by itself",
    "exactly-once, enable.idempotence, false, 'left out, or true: transactions need it'",
    "exactly-once, max.in.flight.requests.per.connection, 6, 'left out, or 1 to 5: transactions"
        + " need it'",
  })
  void clientPropertiesThatBreakThePromiseAreRefused(
      String guarantee, String property, String value, String right) {
    assertThat(problems(withProperty(property, value) + "delivery: " + guarantee))
        .containsExactly(
            ":2: kafka.properties." + property + " is \"" + value + "\"; it must be " + right);
  }

  @ParameterizedTest
  @CsvSource({
    "at-least-once, enable.idempotence, false",
    "at-least-once, transaction.timeout.ms, 60000",
    "exactly-once, acks, ALL",
    "exactly-once, acks, -1",
    "exactly-once, enable.idempotence, true",
    "exactly-once, max.in.flight.requests.per.connection, 5",
  })
  void otherClientPropertiesAreNot(String guarantee, String property, String value) {
    assertThat(read(withProperty(property, value) + "delivery: " + guarantee).kafka().properties())
        .containsEntry(property, value);
  }

  private static String withProperty(String property, String value) {
    return LEAST.replace(
        "dead-letters: d}", "dead-letters: d, properties: {" + property + ": \"" + value + "\"}}");
  }

  private static DeliveryConfig delivery(String value) {
    return read(LEAST + "delivery: " + value).delivery();
  }
}
