package dev.kilter.tools.notify;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Whom alerts are told to, and in which form. */
interface Receiver {

  /** The request that tells of an alert; asked for once, in the order of its incident. */
  Post post(Notice notice);

  /** Whether it has to know what was told before this run. */
  default boolean remembers() {
    return false;
  }

  /** Takes in what was told before this run. */
  default void remember(Notice notice) {}

  /** Forgets what came from partitions that another run now reads. */
  default void forget(Collection<TopicPartition> partitions) {}

  /** Forgets an alert that was refused for good. */
  default void drop(Notice notice) {}

  /** What is to be told again by now. */
  default List<Notice> due() {
    return List.of();
  }

  /** The request that tells of an alert again; empty if that is no longer to be told. */
  default Optional<Post> again(Notice notice) {
    return Optional.empty();
  }
}
