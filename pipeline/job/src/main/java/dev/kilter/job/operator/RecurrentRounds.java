package dev.kilter.job.operator;

import dev.kilter.onnx.ScoringBatch;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.sequence.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores rows that go on from each other: the first of every entity together, then the second of
 * each, and so on. What is carried is read before the first and kept after the last, both by the
 * task, whoever scores between them.
 */
final class RecurrentRounds {
  /** So many entities are remembered from batch to batch, so that none is made anew each time. */
  private static final int MOST_COURSES = 8_192;

  private final RecurrentMemory memory;
  private final Runner runner;
  private final ScoringBatch batch = new ScoringBatch();
  private final Map<Subject, Course> courses = new HashMap<>();
  private final List<Course> running = new ArrayList<>();
  private int warmUp;

  /** Runs a batch, and leaves in it what came of each row. */
  @FunctionalInterface
  interface Runner {
    void run(SequenceScorer scorer, ScoringBatch batch);
  }

  RecurrentRounds(RecurrentMemory memory, Runner runner) {
    this.memory = memory;
    this.runner = runner;
  }

  /** Reads what is carried into the rows that wait for one model. */
  void recall(PendingBatch.Share share, PendingBatch pending) throws Exception {
    if (courses.size() > MOST_COURSES) {
      courses.clear();
    }
    for (int index = 0; index < share.size(); index++) {
      int place = share.place(index);
      Course course = course(pending.envelope(place).subject());
      if (course.size() == 0) {
        course.goOnFrom(memory.recall(course.subject()));
        share.courses().add(course);
      }
      course.add(place);
    }
  }

  private Course course(Subject subject) {
    Course course = courses.get(subject);
    if (course == null) {
      course = new Course(subject);
      courses.put(subject, course);
    }
    return course;
  }

  /** Scores the rows that wait for one model. */
  void score(SequenceScorer scorer, PendingBatch.Share share, PendingBatch pending) {
    warmUp = scorer.contract().sequence().rowsToWarmUp();
    for (Course course : share.courses()) {
      course.begin(scorer.stateSize());
    }
    running.addAll(share.courses());
    for (int round = 0; !running.isEmpty(); round++) {
      score(scorer, round, pending);
      int next = round + 1;
      running.removeIf(course -> course.size() == next);
    }
  }

  /** Keeps what is carried out of the rows that waited for one model. */
  void keep(PendingBatch.Share share) throws Exception {
    for (Course course : share.courses()) {
      memory.keep(course.subject(), course.end());
    }
    share.courses().clear();
  }

  private void score(SequenceScorer scorer, int round, PendingBatch pending) {
    int most = scorer.mostAtOnce();
    for (int from = 0; from < running.size(); from += most) {
      int size = Math.min(most, running.size() - from);
      batch.clear();
      for (int index = from; index < from + size; index++) {
        Course course = running.get(index);
        batch.add(pending.sequence(course.place(round)), course.state());
      }
      runner.run(scorer, batch);
      for (int index = 0; index < size; index++) {
        Course course = running.get(from + index);
        take(course, course.place(round), index, pending);
      }
    }
  }

  private void take(Course course, int place, int index, PendingBatch to) {
    if (batch.scoreOrNull(index) == null) {
      to.take(place, Scoring.withoutScore(batch, index));
      return;
    }
    int before = course.step();
    if (before < warmUp) {
      to.take(place, new Scoring.WarmingUp(before + 1, warmUp + 1));
    } else {
      to.take(place, batch.scoreOrNull(index));
    }
  }
}
