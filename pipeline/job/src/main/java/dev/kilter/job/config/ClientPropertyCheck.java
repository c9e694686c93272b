package dev.kilter.job.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks whether the client properties of a pipeline file break what the pipeline promises. */
final class ClientPropertyCheck {
  private static final int MOST_IN_FLIGHT = 5;

  private final YamlSection section;
  private final Map<String, String> properties;

  private ClientPropertyCheck(YamlSection section, Map<String, String> properties) {
    this.section = section;
    this.properties = properties;
  }

  /**
   * Notes what breaks it.
   *
   * @param kafka the section within which they stand
   */
  static void check(YamlSection kafka, Map<String, String> properties, Guarantee guarantee) {
    if (properties.isEmpty()) {
      return;
    }
    ClientPropertyCheck check = new ClientPropertyCheck(kafka.section("properties"), properties);
    check.ofAll();
    if (guarantee == Guarantee.EXACTLY_ONCE) {
      check.ofTransactions();
    }
  }

  private void ofAll() {
    absent("transactional.id", "left out: a pipeline names its transactions by delivery.prefix");
    among(
        "acks",
        Set.of("all", "-1"),
        "left out, or all: with less, what is told is lost when a broker dies");
  }

  private void ofTransactions() {
    absent("transaction.timeout.ms", "left out: it is said by delivery.transaction-timeout");
    absent(
        "transaction.two.phase.commit.enable",
        "left out: a transaction that nobody commits is to end by itself");
    among("enable.idempotence", Set.of("true"), "left out, or true: transactions need it");
    String inFlight = properties.get("max.in.flight.requests.per.connection");
    if (inFlight != null && !inFlight.matches("[1-" + MOST_IN_FLIGHT + "]")) {
      wrong(
          "max.in.flight.requests.per.connection",
          inFlight,
          "left out, or 1 to " + MOST_IN_FLIGHT + ": transactions need it");
    }
  }

  private void absent(String property, String right) {
    if (properties.containsKey(property)) {
      wrong(property, properties.get(property), right);
    }
  }

  private void among(String property, Set<String> allowed, String right) {
    String value = properties.get(property);
    if (value != null && !allowed.contains(value.toLowerCase(Locale.ROOT))) {
      wrong(property, value, right);
    }
  }

  private void wrong(String property, String value, String right) {
    section.wrong(property, "\"" + value + "\"", right);
  }
}
