package dev.kilter.bench.latency;

import dev.kilter.bench.load.EventJson;
import dev.kilter.bench.load.SparseModel;
import dev.kilter.bench.load.Workload;

/**
 * Events of machines that did not all begin at once, so that their sequences do not all end at
 * once. Each machine is odd in the newest row of every 20th sequence: there an incident opens, and
 * the next sequence closes it.
 */
final class StaggeredEvents {
  private static final Workload LOAD = new Workload(1_000);
  private static final int SEQUENCES_PER_FAULT = 20;

  /** No multiple of the machines: nobody's values stay the same. */
  private static final int ROWS = 4_093;

  /** In range, and so far from what is usual that no other row scores nearly as much. */
  private static final double[] ODD = {3_900, 115, 11.5, 58, 145, 115, 9.5, 490};

  private final String[] usual = new String[ROWS];
  private final int[] rows = new int[LOAD.machines()];
  private final String odd = EventJson.values(ODD);
  private long turn;
  private int machine;

  StaggeredEvents() {
    for (int row = 0; row < usual.length; row++) {
      usual[row] = EventJson.values(LOAD.event(row).values());
    }
  }

  /**
   * It is the next machine's turn.
   *
   * @return whether there is an event: not while the machine has not begun
   */
  boolean next() {
    machine = (int) (turn % LOAD.machines());
    boolean begun = turn / LOAD.machines() >= machine % SparseModel.STRIDE;
    turn++;
    if (begun) {
      rows[machine]++;
    }
    return begun;
  }

  /** Whether an alert follows from it: an incident opens, or closes. */
  boolean alerts() {
    return completes() && (isOdd(sequence()) || isOdd(sequence() - 1));
  }

  String entity() {
    return "pump-" + machine;
  }

  byte[] json(long timeMillis) {
    String values = completes() && isOdd(sequence()) ? odd : usual[(int) (turn % usual.length)];
    return EventJson.bytes(entity(), timeMillis, values);
  }

  private boolean completes() {
    return rows[machine] % SparseModel.STRIDE == 0;
  }

  /** The number of the machine's sequence, from 1. */
  private int sequence() {
    return rows[machine] / SparseModel.STRIDE;
  }

  private boolean isOdd(int sequence) {
    return sequence > 0 && (sequence + machine) % SEQUENCES_PER_FAULT == 0;
  }
}
