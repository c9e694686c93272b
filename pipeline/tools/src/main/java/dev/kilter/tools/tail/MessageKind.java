package dev.kilter.tools.tail;

import dev.kilter.job.config.KafkaConfig;

/** What the messages of a topic are about. */
enum MessageKind {
  /** One incident. */
  ALERT,
  /** A group of incidents. */
  GROUP,
  /** What stands in the way of judging. */
  HEALTH;

  /** What a topic of the pipeline is about. */
  static MessageKind of(String topic, KafkaConfig kafka) {
    if (topic.equals(kafka.alerts())) {
      return ALERT;
    }
    return topic.equals(kafka.groups()) ? GROUP : HEALTH;
  }
}
