package dev.kilter.tools.notify;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Alerts on their way. Of each incident one is in flight at a time, in order, and of all so many;
 * one that is not taken waits for its next attempt, and lets those of other incidents go before.
 * For one thread: answers come from others by way of a queue.
 */
final class Deliveries {
  /** How many requests are made at one time. */
  static final int MOST_IN_FLIGHT = 16;

  private static final int MOST_TOLD = 100_000;

  private final Destination destination;
  private final RetryRule rule;
  private final Outcomes outcomes;
  private final LongSupplier nanos;
  private final Map<Lane.Key, Lane> lanes = new HashMap<>();
  private final Queue<Lane> ready = new ArrayDeque<>();
  private final Queue<Lane> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Lane::notBeforeNanos));
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final Told told = new Told(MOST_TOLD);
  private final Backlog backlog = new Backlog();
  private int inFlight;
  private long heldUntilNanos;

  /** What came of a request of a lane. */
  private record Arrival(Lane lane, Answer answer, Throwable failure) {}

  /**
   * Deliveries to one destination.
   *
   * @param outcomes hears what becomes of them
   * @param nanos time that passes, as of {@link System#nanoTime}
   */
  Deliveries(Destination destination, RetryRule rule, Outcomes outcomes, LongSupplier nanos) {
    this.destination = destination;
    this.rule = rule;
    this.outcomes = outcomes;
    this.nanos = nanos;
    this.heldUntilNanos = nanos.getAsLong();
  }

  /** Takes an alert that is to be delivered. */
  void add(Notice notice) {
    backlog.add(notice);
    enqueue(new Lane.Work(notice, false));
  }

  /** Takes an alert that is to be told again, unless something newer is on its way. */
  void addAgain(Notice notice) {
    if (!lanes.containsKey(Lane.Key.of(notice))) {
      enqueue(new Lane.Work(notice, true));
    }
  }

  /** Whether anything is to be told. */
  boolean isBusy() {
    return !lanes.isEmpty();
  }

  /** What is to be delivered and is not yet. */
  Backlog backlog() {
    return backlog;
  }

  /** Takes the answers that are there, and makes the requests that may be made now. */
  void advance() {
    for (Arrival arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
      take(arrival);
    }
    long now = nanos.getAsLong();
    while (!waiting.isEmpty() && waiting.peek().notBeforeNanos() <= now) {
      ready.add(waiting.poll());
    }
    while (inFlight < MOST_IN_FLIGHT && !ready.isEmpty() && heldUntilNanos <= now) {
      proceed(ready.poll());
    }
  }

  /** Like {@link #advance}, after waiting for an answer. */
  void await(Duration most) throws InterruptedException {
    Arrival arrival = arrivals.poll(most.toNanos(), TimeUnit.NANOSECONDS);
    if (arrival != null) {
      take(arrival);
    }
    advance();
  }

  /** Makes no more requests, and waits for the answers to those that were made. */
  void settle(Duration most) throws InterruptedException {
    long endNanos = nanos.getAsLong() + most.toNanos();
    long left = most.toNanos();
    while (left > 0 && lanes.values().stream().anyMatch(Lane::isInFlight)) {
      Arrival arrival = arrivals.poll(left, TimeUnit.NANOSECONDS);
      if (arrival != null) {
        take(arrival);
      }
      left = endNanos - nanos.getAsLong();
    }
  }

  /** Forgets what came from partitions; nobody hears what becomes of it. */
  void forget(Collection<TopicPartition> partitions) {
    told.clear();
    lanes.values().stream()
        .filter(lane -> partitions.contains(lane.key().partition()))
        .toList()
        .forEach(this::abandon);
  }

  private void abandon(Lane lane) {
    lane.works().forEach(this::release);
    lane.abandon();
    lanes.remove(lane.key());
  }

  private void enqueue(Lane.Work work) {
    Lane lane = lanes.computeIfAbsent(Lane.Key.of(work.notice()), Lane::new);
    if (lane.isEmpty()) {
      ready.add(lane);
    }
    lane.add(work);
  }

  /** Makes the request of the first in a lane, if there is one to be made. */
  private void proceed(Lane lane) {
    if (lane.isAbandoned()) {
      return;
    }
    Lane.Work work = lane.first();
    if (!work.again() && told.has(work.notice())) {
      outcomes.repeated(work.notice());
      finish(lane);
      return;
    }
    if (lane.request().isEmpty()) {
      destination.compose(work).ifPresent(post -> lane.begin(post, nanos.getAsLong()));
    }
    lane.request().ifPresentOrElse(post -> send(lane, post), () -> finish(lane));
  }

  private void send(Lane lane, Post post) {
    inFlight++;
    lane.sent();
    var unused =
        destination
            .send(post)
            .whenComplete((answer, failure) -> arrivals.add(new Arrival(lane, answer, failure)));
  }

  private void take(Arrival arrival) {
    Lane lane = arrival.lane();
    inFlight--;
    lane.answered();
    if (arrival.failure() != null) {
      throw new IllegalStateException("a request cannot be made", arrival.failure());
    }
    if (lane.isAbandoned()) {
      return;
    }
    if (arrival.answer() instanceof Answer.Later later) {
      tryAgain(lane, later);
    } else if (arrival.answer() instanceof Answer.Refused refused) {
      refuse(lane, refused.why());
    } else {
      accept(lane);
    }
  }

  private void accept(Lane lane) {
    Lane.Work work = lane.first();
    if (!work.again()) {
      told.add(work.notice());
      outcomes.delivered(work.notice());
    }
    finish(lane);
  }

  private void refuse(Lane lane, String why) {
    Lane.Work work = lane.first();
    destination.receiver().drop(work.notice());
    if (work.again()) {
      outcomes.delayed(why);
    } else {
      outcomes.refused(work.notice(), why);
    }
    finish(lane);
  }

  private void tryAgain(Lane lane, Answer.Later later) {
    outcomes.delayed(later.why());
    long now = nanos.getAsLong();
    // Who says when to come again means every request.
    heldUntilNanos = Math.max(heldUntilNanos, now + later.notBefore().toNanos());
    Lane.Work work = lane.first();
    if (work.again()) {
      finish(lane);
    } else if (rule.isOver(now - lane.firstAttemptNanos())) {
      outcomes.refused(work.notice(), later.why() + ", and was given up");
      finish(lane);
    } else {
      lane.waitUntil(now + rule.backoff().after(lane.failed()).toNanos());
      waiting.add(lane);
    }
  }

  private void finish(Lane lane) {
    release(lane.first());
    lane.finish();
    if (lane.isEmpty()) {
      lanes.remove(lane.key());
    } else {
      ready.add(lane);
    }
  }

  private void release(Lane.Work work) {
    if (!work.again()) {
      backlog.remove(work.notice());
    }
  }
}
