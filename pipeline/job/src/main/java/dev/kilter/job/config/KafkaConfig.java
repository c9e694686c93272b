package dev.kilter.job.config;

import java.util.Map;

/**
 * Where events come from and alerts go to.
 *
 * @param bootstrap brokers to begin with, {@code host:port}, separated by commas
 * @param events topic of the events
 * @param alerts topic of the alerts
 * @param alertFormat what the bytes of an alert are
 * @param deadLetters topic of the inputs that could not be used
 * @param scores topic of the scores, or null: then they are not written
 * @param health topic of the health messages, or null: then they are not written
 * @param late topic of the events that came too late, or null: then they are dead letters
 * @param groups topic of the messages about groups, or null: then there are no groups
 * @param control topic of the control messages, or null: then it hears none
 * @param feedback topic of what people's verdicts have changed, there where control is, or null
 * @param start where in the events topic to begin when there is no saved state
 * @param properties further client properties, such as security settings
 */
public record KafkaConfig(
    String bootstrap,
    String events,
    String alerts,
    AlertFormat alertFormat,
    String deadLetters,
    String scores,
    String health,
    String late,
    String groups,
    String control,
    String feedback,
    StartPosition start,
    Map<String, String> properties) {

  static KafkaConfig read(YamlSection kafka, StartPosition start) {
    KafkaConfig config =
        new KafkaConfig(
            kafka.text("bootstrap"),
            kafka.text("events"),
            kafka.text("alerts"),
            kafka.parsed("alerts-format", AlertFormat.JSON, AlertFormat::labelled),
            kafka.text("dead-letters"),
            kafka.text("scores", null),
            kafka.text("health", null),
            kafka.text("late", null),
            kafka.text("groups", null),
            kafka.text("control", null),
            kafka.text("feedback", null),
            start,
            kafka.texts("properties"));
    checkFeedback(config, kafka);
    kafka.finish();
    return config;
  }

  /** What a person says changes what is told: that is not to happen without a word. */
  private static void checkFeedback(KafkaConfig config, YamlSection kafka) {
    if (config.control != null && config.feedback == null) {
      kafka.wrong(
          "feedback",
          "missing",
          "there together with control: the topic for what people's verdicts have changed");
    }
    if (config.control == null && config.feedback != null) {
      kafka.wrong(
          "feedback",
          "\"" + config.feedback + "\"",
          "left out, or together with control, the topic in which people give their verdicts");
    }
  }
}
