package dev.kilter.tools.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws a duty schedule: runs of 2 to 6 hours, 10 to 30 minutes of rest between them, and every 30
 * to 90 minutes a new setpoint of 75 to 100 % of the nominal speed.
 */
final class DrawDuty {
  private static final long SOFT_START_MILLIS = Duration.ofMinutes(2).toMillis();
  private static final long SETPOINT_RAMP_MILLIS = Duration.ofSeconds(90).toMillis();

  private final Random random;
  private final List<DutyMove> moves = new ArrayList<>();
  private double setpoint;

  private DrawDuty(Random random) {
    this.random = random;
    this.setpoint = drawSetpoint();
  }

  /** The pump is in the midst of a run when the time begins. */
  static DutySchedule draw(long fromMillis, long toMillis, Random random) {
    DrawDuty duty = new DrawDuty(random);
    duty.moves.add(new DutyMove(fromMillis, 0, duty.setpoint, duty.setpoint));
    long firstRunMillis = (long) (duty.minutes(120, 360) * duty.between(0.3, 1));
    long stopMillis = duty.run(fromMillis, fromMillis + firstRunMillis);
    while (stopMillis < toMillis) {
      stopMillis = duty.restAndRun(stopMillis);
    }
    return new DutySchedule(duty.moves);
  }

  private long restAndRun(long stopMillis) {
    long startMillis = stopMillis + SOFT_START_MILLIS + minutes(10, 30);
    setpoint = drawSetpoint();
    moves.add(new DutyMove(startMillis, SOFT_START_MILLIS, 0, setpoint));
    return run(startMillis, startMillis + minutes(120, 360));
  }

  /**
   * Steps through setpoints until it is time to stop; the last of them holds for ten minutes at
   * least.
   */
  private long run(long startMillis, long stopMillis) {
    long stepMillis = startMillis + minutes(30, 90);
    while (stepMillis < stopMillis - Duration.ofMinutes(10).toMillis()) {
      double next = drawSetpoint();
      moves.add(new DutyMove(stepMillis, SETPOINT_RAMP_MILLIS, setpoint, next));
      setpoint = next;
      stepMillis += minutes(30, 90);
    }
    moves.add(new DutyMove(stopMillis, SOFT_START_MILLIS, setpoint, 0));
    return stopMillis;
  }

  private double drawSetpoint() {
    return between(0.75, 1);
  }

  private long minutes(double low, double high) {
    return (long) (between(low, high) * Duration.ofMinutes(1).toMillis());
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
