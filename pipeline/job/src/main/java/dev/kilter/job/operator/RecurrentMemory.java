package dev.kilter.job.operator;

import dev.kilter.score.RecurrentState;
import dev.kilter.sequence.Subject;

/** What models that carry state remember of each entity. */
interface RecurrentMemory {

  /** What was kept last, or the state before the first row. */
  RecurrentState recall(Subject subject) throws Exception;

  /** Keeps the state for the next row. */
  void keep(Subject subject, RecurrentState state) throws Exception;
}
