package dev.kilter.job.config;

import java.util.Map;

/**
 * Where events come from and alerts go to.
 *
 * @param bootstrap brokers to begin with, {@code host:port}, separated by commas
 * @param events topic of the events
 * @param alerts topic of the alerts
 * @param deadLetters topic of the inputs that could not be used
 * @param scores topic of the scores, or null: then they are not written
 * @param start where in the events topic to begin when there is no saved state
 * @param properties further client properties, such as security settings
 */
public record KafkaConfig(
    String bootstrap,
    String events,
    String alerts,
    String deadLetters,
    String scores,
    StartPosition start,
    Map<String, String> properties) {

  static KafkaConfig read(YamlSection kafka, StartPosition start) {
    KafkaConfig config =
        new KafkaConfig(
            kafka.text("bootstrap"),
            kafka.text("events"),
            kafka.text("alerts"),
            kafka.text("dead-letters"),
            kafka.text("scores", null),
            start,
            kafka.texts("properties"));
    kafka.finish();
    return config;
  }
}
