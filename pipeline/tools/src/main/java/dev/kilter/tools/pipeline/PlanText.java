package dev.kilter.tools.pipeline;

import dev.kilter.health.ChannelRules;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.AlertFormat;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.HealthConfig;
import dev.kilter.job.config.KafkaConfig;
import dev.kilter.job.config.LatePolicy;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.config.StartPosition;
import dev.kilter.job.config.TimeConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A pipeline as it was understood, every default filled in, for a person to read. */
final class PlanText {
  private final List<String> lines = new ArrayList<>();

  private PlanText() {}

  /**
   * The pipeline, line by line.
   *
   * @param now from when on quiet times are told
   */
  static List<String> of(PipelinePlan plan, Instant now) {
    PlanText text = new PlanText();
    PipelineConfig config = plan.config();
    text.add("pipeline", config.name());
    text.kafka(config.kafka());
    text.time(config.time());
    text.health(config.health());
    text.add("events as", EventText.of(config.events()));
    for (ChannelConfig channel : config.events().channels()) {
      text.add(
          "channel",
          channel.name()
              + unit(channel)
              + EventText.of(channel.source(), channel.name())
              + range(channel)
              + trust(channel.rules()));
    }
    for (int i = 0; i < plan.detectors().size(); i++) {
      DetectorText.of(config.detectors().get(i), plan.detectors().get(i)).forEach(text::add);
      if (config.kafka().control() != null) {
        text.add("  feedback", FeedbackText.of(config.detectors().get(i).feedback()));
      }
    }
    if (config.groups() != null) {
      text.add("groups", GroupText.of(config.groups(), config.kafka().groups()));
    }
    config.quiet().forEach(quiet -> QuietText.of(quiet, now).forEach(text::add));
    text.add(
        "runtime",
        "%s, batches of at most %d sequences, waiting at most %s, at most %d models in memory"
            .formatted(
                ProcessorText.of(config.runtime().processor()),
                config.runtime().maxBatch(),
                shown(config.runtime().maxDelay()),
                config.runtime().maxModels()));
    text.add("journal", JournalText.of(config.runtime().journal()));
    text.add("event time", "goes on every " + shown(config.runtime().watermarkInterval()));
    String directory = config.checkpoints().directory();
    text.add(
        "checkpoints",
        "every %s to %s"
            .formatted(
                shown(config.checkpoints().interval()),
                directory == null ? "where Flink is set to" : directory));
    DeliveryText.of(config.delivery()).forEach(text::add);
    return text.lines;
  }

  private void kafka(KafkaConfig kafka) {
    add("kafka", kafka.bootstrap());
    add("events from", kafka.events() + ", starting with " + start(kafka.start()));
    add(
        "alerts to",
        kafka.alerts() + (kafka.alertFormat() == AlertFormat.AVRO ? ", as Avro" : ", as JSON"));
    add("dead letters", "to " + kafka.deadLetters());
    add("scores", kafka.scores() == null ? "not written" : "to " + kafka.scores());
    add("health", kafka.health() == null ? "not written" : "to " + kafka.health());
    if (kafka.late() != null) {
      add("late events", "to " + kafka.late());
    }
    if (kafka.control() != null) {
      add("control", "from " + kafka.control() + ", what it changes to " + kafka.feedback());
    }
  }

  private void time(TimeConfig time) {
    add(
        "time",
        "at most %s late, at most %s ahead, a partition is idle after %s"
            .formatted(shown(time.maxLateness()), shown(time.maxAhead()), shown(time.idleAfter())));
    add("late events", time.late() == LatePolicy.JUDGE ? "are judged apart" : "are dead letters");
    add("duplicates", "the " + time.duplicates().name().toLowerCase(Locale.ROOT) + " one counts");
    add(
        "gaps",
        "a sequence ends after %s without an event, an entity is forgotten after %s"
            .formatted(shown(time.maxGap()), shown(time.forgetAfter())));
  }

  private void health(HealthConfig health) {
    add(
        "health",
        "%s; judged with at least %.0f %% of the channels healthy and at most %.0f %% filled in"
            .formatted(
                health.silentAfter().isZero()
                    ? "nobody is silent"
                    : "silent after " + shown(health.silentAfter()),
                100 * health.minHealthy(),
                100 * health.maxImputed()));
  }

  private void add(String what, String value) {
    lines.add("%-14s %s".formatted(what, value));
  }

  private static String unit(ChannelConfig channel) {
    return channel.unit().isEmpty() ? "" : " in " + channel.unit();
  }

  private static String range(ChannelConfig channel) {
    ChannelRules rules = channel.rules();
    return Double.isInfinite(rules.low()) && Double.isInfinite(rules.high())
        ? ""
        : ", from " + rules.low() + " to " + rules.high();
  }

  private static String trust(ChannelRules rules) {
    StringBuilder text = new StringBuilder(rules.counter() ? ", a counter: its rate counts" : "");
    if (!Double.isInfinite(rules.maxRate())) {
      text.append(", moves at most ").append(rules.maxRate()).append(" in a second");
    }
    if (rules.flatAfterMillis() > 0) {
      text.append(", flat after ").append(shown(Duration.ofMillis(rules.flatAfterMillis())));
    }
    if (rules.silentAfterMillis() > 0) {
      text.append(", silent after ").append(shown(Duration.ofMillis(rules.silentAfterMillis())));
    }
    return text.toString();
  }

  private static String start(StartPosition start) {
    if (start instanceof StartPosition.At at) {
      return "those of " + at.time();
    }
    if (start instanceof StartPosition.Committed) {
      return "where it last was";
    }
    return start instanceof StartPosition.Latest ? "the next one" : "the oldest";
  }

  static String shown(Duration duration) {
    if (duration.isZero()) {
      return "0 s";
    }
    return List.of(
            part(duration.toDays(), "d"),
            part(duration.toHoursPart(), "h"),
            part(duration.toMinutesPart(), "min"),
            part(duration.toSecondsPart(), "s"),
            part(duration.toMillisPart(), "ms"))
        .stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + " " + unit;
  }
}
