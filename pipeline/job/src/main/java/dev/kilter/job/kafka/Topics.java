package dev.kilter.job.kafka;

import dev.kilter.job.config.KafkaConfig;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The topics that a pipeline file names.
 *
 * @param read those that it reads
 * @param written those that it writes
 */
record Topics(List<String> read, List<String> written) {

  static Topics of(KafkaConfig kafka) {
    return new Topics(
        named(kafka.events(), kafka.control()),
        named(
            kafka.alerts(),
            kafka.deadLetters(),
            kafka.scores(),
            kafka.health(),
            kafka.late(),
            kafka.groups(),
            kafka.feedback()));
  }

  /** All of them, each once. */
  List<String> all() {
    return Stream.concat(read.stream(), written.stream()).distinct().toList();
  }

  private static List<String> named(String... topics) {
    return Stream.of(topics).filter(Objects::nonNull).toList();
  }
}
