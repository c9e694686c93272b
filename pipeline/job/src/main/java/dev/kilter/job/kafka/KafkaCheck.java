package dev.kilter.job.kafka;

import dev.kilter.UserError;
import dev.kilter.job.config.KafkaConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.TopicDescription;

/** Looks before the start whether the broker answers and the topics are as they have to be. */
public final class KafkaCheck {
  private final KafkaConfig kafka;
  private final KafkaAdmin admin;

  /** A check of what a pipeline file says of Kafka. */
  public KafkaCheck(KafkaConfig kafka) {
    this.kafka = kafka;
    this.admin = new KafkaAdmin(kafka);
  }

  /**
   * Checks broker and topics.
   *
   * @return what the pipeline needs to know of its topics
   * @throws UserError saying what is not there, not allowed or too small, and how to mend it
   */
  public TopicFacts check() {
    return admin.ask(
        asked -> {
          Map<String, TopicDescription> topics = new TopicCheck(kafka).check(asked);
          RecordLimits.ask(asked, kafka, Topics.of(kafka).written()).requireEnough(kafka);
          List<String> cut =
              Stream.of(kafka.deadLetters(), kafka.late()).filter(Objects::nonNull).toList();
          return new TopicFacts(
              RecordLimits.ask(asked, kafka, cut).largestValueBytes(),
              topics.get(kafka.events()).partitions().size());
        });
  }

  /**
   * The largest value that the dead letters topic takes, which is to be there.
   *
   * @throws UserError when the broker does not answer
   */
  public int largestDeadLetterBytes() {
    return admin.ask(
        asked -> RecordLimits.ask(asked, kafka, List.of(kafka.deadLetters())).largestValueBytes());
  }
}
