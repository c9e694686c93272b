package dev.kilter.job.operator;

import dev.kilter.onnx.ScoringBatch;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.score.RecurrentState;
import dev.kilter.sequence.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores rows that go on from each other: the first of every entity together, then the second of
 * each, and so on. What is carried is read before the first and kept after the last.
 */
final class RecurrentRounds {
  private final RecurrentMemory memory;
  private final Runner runner;
  private final ScoringBatch batch = new ScoringBatch();

  /** Runs a batch, and leaves in it what came of each row. */
  @FunctionalInterface
  interface Runner {
    void run(SequenceScorer scorer, ScoringBatch batch);
  }

  RecurrentRounds(RecurrentMemory memory, Runner runner) {
    this.memory = memory;
    this.runner = runner;
  }

  /** The rows of one entity that wait, and what is carried along them. */
  private static final class Course {
    private int rows;
    private float[] state;
    private int[] places = new int[4];
    private int size;

    private void add(int place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, 2 * size);
      }
      places[size++] = place;
    }

    /** A history that begins has a state of zeros. */
    private void goOnFrom(RecurrentState before, int stateSize) {
      rows = before.rows();
      state = before.values().length == 0 ? new float[stateSize] : before.values();
    }
  }

  /** Scores the rows that wait for one model. */
  void score(SequenceScorer scorer, PendingBatch.Share share, PendingBatch pending)
      throws Exception {
    Map<Subject, Course> courses = new LinkedHashMap<>();
    for (int index = 0; index < share.size(); index++) {
      int place = share.place(index);
      courses.computeIfAbsent(pending.envelope(place).subject(), unseen -> new Course()).add(place);
    }
    for (Map.Entry<Subject, Course> course : courses.entrySet()) {
      course.getValue().goOnFrom(memory.recall(course.getKey()), scorer.stateSize());
    }
    List<Course> running = new ArrayList<>(courses.values());
    for (int round = 0; !running.isEmpty(); round++) {
      score(scorer, running, round, pending);
      int next = round + 1;
      running.removeIf(course -> course.size == next);
    }
    for (Map.Entry<Subject, Course> course : courses.entrySet()) {
      Course done = course.getValue();
      memory.keep(course.getKey(), new RecurrentState(done.rows, done.state));
    }
  }

  private void score(SequenceScorer scorer, List<Course> running, int round, PendingBatch pending) {
    int most = scorer.mostAtOnce();
    for (int from = 0; from < running.size(); from += most) {
      List<Course> some = running.subList(from, Math.min(running.size(), from + most));
      batch.clear();
      for (Course course : some) {
        batch.add(pending.sequence(course.places[round]), course.state);
      }
      runner.run(scorer, batch);
      for (int index = 0; index < some.size(); index++) {
        Course course = some.get(index);
        pending.take(course.places[round], take(scorer, course, index));
      }
    }
  }

  private Scoring take(SequenceScorer scorer, Course course, int index) {
    if (batch.failure(index) != null) {
      return new Scoring.NotRun(batch.failure(index));
    }
    if (batch.scoreOrNull(index) == null) {
      return new Scoring.NoNumber();
    }
    int warmUp = scorer.contract().sequence().rowsToWarmUp();
    int before = course.rows;
    course.rows = before == Integer.MAX_VALUE ? before : before + 1;
    return before < warmUp
        ? new Scoring.WarmingUp(before + 1, warmUp + 1)
        : new Scoring.Scored(batch.scoreOrNull(index));
  }
}
