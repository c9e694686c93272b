package dev.kilter.job.operator;

import dev.kilter.onnx.ScoringBatch;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.score.Score;
import dev.kilter.sequence.Subject;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final Comparator<Course> MOST_ROWS_FIRST =
      Comparator.comparingInt(Course::size).reversed();

  private final RecurrentMemory memory;
  private final NetworkRuns runs;
  private final ScoringBatch batch = new ScoringBatch();
  private final Map<Subject, Course> courses = new HashMap<>();
  private final List<Course> running = new ArrayList<>();
  private final StateArrays arrays = new StateArrays();
  private int warmUp;

  RecurrentRounds(RecurrentMemory memory, NetworkRuns runs) {
    this.memory = memory;
    this.runs = runs;
  }

  /** The next batch begins. */
  void turn() {
    arrays.turn();
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
      course.begin(arrays, scorer.stateSize());
    }
    if (runs.suspectAny(scorer.contract(), share, pending)) {
      share.courses().forEach(course -> scoreAlone(scorer, course, pending));
      return;
    }
    line(share.courses());
    int most = scorer.mostAtOnce();
    for (int from = 0; from < running.size(); from += most) {
      int to = Math.min(from + most, running.size());
      score(scorer, running.subList(from, to), pending);
    }
    running.clear();
  }

  /** Row by row of one entity; its state goes past those that are set aside. */
  private void scoreAlone(SequenceScorer scorer, Course course, PendingBatch pending) {
    for (int number = 0; number < course.size(); number++) {
      int place = course.place(number);
      Scoring aside = runs.aside(scorer.contract(), pending.sequence(place));
      if (aside == null) {
        batch.clear();
        batch.add(pending.sequence(place), course.state(), course.from());
        runs.score(scorer, batch);
        take(course, place, 0, pending);
      } else {
        pending.take(place, aside);
      }
    }
  }

  /**
   * Lines entities up, those with the most rows first; mostly each has one, and is in its place.
   */
  private void line(List<Course> waiting) {
    boolean sorted = true;
    for (Course course : waiting) {
      sorted &= running.isEmpty() || running.get(running.size() - 1).size() >= course.size();
      running.add(course);
    }
    if (!sorted) {
      running.sort(MOST_ROWS_FIRST);
    }
  }

  /** Keeps what is carried out of the rows that waited for one model. */
  void keep(PendingBatch.Share share) throws Exception {
    for (Course course : share.courses()) {
      memory.keep(course.subject(), course.end());
    }
    share.courses().clear();
  }

  /** Scores the rows of entities that go through together, those with the most rows first. */
  private void score(SequenceScorer scorer, List<Course> together, PendingBatch pending) {
    int round = 0;
    for (int left = together.size(); left > 0; left = withMoreRows(together, left, round)) {
      int rounds = together.get(left - 1).size();
      begin(together, left, round, pending);
      for (; round < rounds; round++) {
        score(scorer, together, round, pending);
      }
    }
  }

  private static int withMoreRows(List<Course> together, int of, int rounds) {
    int left = of;
    while (left > 0 && together.get(left - 1).size() == rounds) {
      left--;
    }
    return left;
  }

  /** So many entities go through together for as long as all of them have rows. */
  private void begin(List<Course> together, int count, int round, PendingBatch pending) {
    batch.clear();
    for (int index = 0; index < count; index++) {
      Course course = together.get(index);
      batch.add(pending.sequence(course.place(round)), course.state(), course.from());
    }
  }

  private void score(
      SequenceScorer scorer, List<Course> together, int round, PendingBatch pending) {
    int size = batch.size();
    for (int index = 0; index < size; index++) {
      batch.next(index, pending.sequence(together.get(index).place(round)));
    }
    batch.rowsFollow(round + 1 < together.get(size - 1).size());
    runs.score(scorer, batch);
    for (int index = 0; index < size; index++) {
      Course course = together.get(index);
      take(course, course.place(round), index, pending);
    }
  }

  private void take(Course course, int place, int index, PendingBatch to) {
    Score score = batch.scoreOrNull(index);
    if (score == null) {
      to.take(place, Scoring.withoutScore(batch, index));
      return;
    }
    int before = course.step(score);
    if (before < warmUp) {
      to.take(place, new Scoring.WarmingUp(before + 1, warmUp + 1));
    } else {
      to.take(place, score);
    }
  }
}
