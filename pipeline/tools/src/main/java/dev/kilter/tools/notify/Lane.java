package dev.kilter.tools.notify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** What is to be told of one incident, in order, and how far the first of it has come. */
final class Lane {

  /**
   * Which incident it is.
   *
   * @param partition where its alerts come from
   * @param id its id
   */
  record Key(TopicPartition partition, String id) {
    static Key of(Notice notice) {
      return new Key(notice.partition(), notice.id());
    }
  }

  /**
   * Something to be told.
   *
   * @param again whether it was told before, and nobody waits for it
   */
  record Work(Notice notice, boolean again) {}

  private final Key key;
  private final Deque<Work> works = new ArrayDeque<>();
  private Post post;
  private long firstAttemptNanos;
  private long notBeforeNanos;
  private int failures;
  private boolean inFlight;
  private boolean abandoned;

  Lane(Key key) {
    this.key = key;
  }

  Key key() {
    return key;
  }

  void add(Work work) {
    works.add(work);
  }

  Work first() {
    return works.getFirst();
  }

  Iterable<Work> works() {
    return works;
  }

  boolean isEmpty() {
    return works.isEmpty();
  }

  /** The request of the first, once it has begun. */
  Optional<Post> request() {
    return Optional.ofNullable(post);
  }

  void begin(Post request, long nowNanos) {
    post = request;
    firstAttemptNanos = nowNanos;
  }

  long firstAttemptNanos() {
    return firstAttemptNanos;
  }

  void sent() {
    inFlight = true;
  }

  void answered() {
    inFlight = false;
  }

  boolean isInFlight() {
    return inFlight;
  }

  /** Counts a failure, and returns how many there were. */
  int failed() {
    failures++;
    return failures;
  }

  void waitUntil(long nanos) {
    notBeforeNanos = nanos;
  }

  long notBeforeNanos() {
    return notBeforeNanos;
  }

  /** The first is done with, whatever came of it. */
  void finish() {
    works.removeFirst();
    post = null;
    failures = 0;
  }

  /** Nobody wants to hear of it any more. */
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }
}
