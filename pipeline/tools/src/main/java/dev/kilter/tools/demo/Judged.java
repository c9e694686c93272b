package dev.kilter.tools.demo;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the pipeline has judged the events, told from outside.
 *
 * <p>It commits offsets with its checkpoints, and a checkpoint is complete only once every operator
 * has handled all before it and the alerts are in their topic. Event time may lag behind by one
 * beat of the watermark; so the end counts as judged when, after a commit past it, another commit
 * has covered records that came later still.
 */
final class Judged {
  private final TopicPositions events;
  private final String group;
  private Map<TopicPartition, Long> goal = Map.of();
  private int goalsReached;
  private long recordsCommitted;

  Judged(TopicPositions events, String group) {
    this.events = events;
    this.group = group;
  }

  /** Looks how far it is now. */
  void look() throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> committed = events.committed(group);
    recordsCommitted = committed.values().stream().mapToLong(offset -> offset).sum();
    if (!goal.isEmpty() && covers(committed)) {
      goalsReached++;
      goal = events.ends();
    }
  }

  /** Sets the goal: all that is in the topic by now. */
  void aim() throws ExecutionException, InterruptedException {
    if (goal.isEmpty()) {
      goal = events.ends();
    }
  }

  /** Records handled so far, as of the newest commit. */
  long records() {
    return recordsCommitted;
  }

  boolean isDone() {
    return goalsReached >= 2;
  }

  private boolean covers(Map<TopicPartition, Long> committed) {
    return goal.entrySet().stream()
        .allMatch(end -> end.getValue() == 0 || reached(committed.get(end.getKey()), end));
  }

  private static boolean reached(Long offset, Map.Entry<TopicPartition, Long> end) {
    return offset != null && offset >= end.getValue();
  }
}
