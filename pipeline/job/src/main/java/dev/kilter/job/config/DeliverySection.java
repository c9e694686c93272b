package dev.kilter.job.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads what is promised of what a pipeline tells: a word, or a section. */
final class DeliverySection {
  private static final String KEY = "delivery";

  /** As long as a broker allows that was not told otherwise. */
  private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

  private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(10);
  private static final Duration MOST = Duration.ofDays(24);
  private static final List<String> OF_TRANSACTIONS =
      List.of("transaction-timeout", "longest-outage", "prefix");

  private final YamlSection root;
  private final String pipeline;

  private DeliverySection(YamlSection root, String pipeline) {
    this.root = root;
    this.pipeline = pipeline;
  }

  /**
   * Reads and checks it.
   *
   * @param pipeline the pipeline's name
   * @param interval from one checkpoint to the next
   */
  static DeliveryConfig read(YamlSection root, String pipeline, Duration interval) {
    return new DeliverySection(root, pipeline).read(interval);
  }

  private DeliveryConfig read(Duration interval) {
    return root.isMapping(KEY) ? section(root.section(KEY), interval) : word(interval);
  }

  private DeliveryConfig word(Duration interval) {
    Guarantee guarantee = root.parsed(KEY, Guarantee.AT_LEAST_ONCE, Guarantee::labelled);
    DeliveryConfig config =
        new DeliveryConfig(guarantee, TRANSACTION_TIMEOUT, LONGEST_OUTAGE, prefix(), null);
    if (losesWhatWaits(config, interval)) {
      root.wrong(
          KEY,
          "exactly-once with a transaction-timeout of " + Durations.text(TRANSACTION_TIMEOUT),
          "a section with a transaction-timeout of " + leastTimeout(config, interval));
    }
    return config;
  }

  private DeliveryConfig section(YamlSection section, Duration interval) {
    DeliveryConfig config =
        new DeliveryConfig(
            section.parsed("guarantee", Guarantee.AT_LEAST_ONCE, Guarantee::labelled),
            section.parsed("transaction-timeout", TRANSACTION_TIMEOUT, DeliverySection::timeout),
            section.positiveDuration("longest-outage", LONGEST_OUTAGE),
            section.parsed("prefix", prefix(), Parsers::notBlank),
            section.parsed("accept-loss-until", null, DeliverySection::instant));
    if (!config.exactlyOnce()) {
      refuseWhatIsOfTransactions(section);
    } else if (losesWhatWaits(config, interval)) {
      section.wrong(
          "transaction-timeout",
          "\"" + Durations.text(config.transactionTimeout()) + "\"",
          leastTimeout(config, interval));
    }
    section.finish();
    return config;
  }

  private static void refuseWhatIsOfTransactions(YamlSection section) {
    for (String key : OF_TRANSACTIONS) {
      if (section.keys().contains(key)) {
        section.wrong(
            key,
            "there",
            "left out, or together with guarantee: exactly-once, since it is of that");
      }
    }
  }

  /** Kafka must not end a transaction while the checkpoint that commits it may still come. */
  private static boolean losesWhatWaits(DeliveryConfig config, Duration interval) {
    return config.exactlyOnce()
        && config.transactionTimeout().compareTo(interval.plus(config.longestOutage())) < 0;
  }

  private static String leastTimeout(DeliveryConfig config, Duration interval) {
    Duration least = interval.plus(config.longestOutage());
    return "at least %s, checkpoints.interval (%s) and longest-outage (%s) together: what is in a transaction is lost when Kafka ends it"
        .formatted(
            Durations.text(least),
            Durations.text(interval),
            Durations.text(config.longestOutage()));
  }

  private String prefix() {
    return "kilter-" + pipeline;
  }

  private static Duration timeout(String text) {
    Duration timeout = Parsers.positiveDuration(text);
    if (timeout.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("at most " + Durations.text(MOST));
    }
    return timeout;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time such as 2026-03-01T12:00:00Z", e);
    }
  }
}
