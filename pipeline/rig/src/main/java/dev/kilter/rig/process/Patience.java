package dev.kilter.rig.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * How long it is waited for something that other processes do.
 *
 * @param most after so long it is given up
 */
public record Patience(Duration most) {
  private static final long BEAT_MILLIS = 100;

  /** Waits a number of seconds at most. */
  public static Patience seconds(long seconds) {
    return new Patience(Duration.ofSeconds(seconds));
  }

  /**
   * Waits until something is there.
   *
   * @param what it is, in words
   * @param look looks for it; as long as it throws it is not there
   * @throws NotInTimeException with what it last threw as its cause
   */
  public <T> T await(String what, Callable<Optional<T>> look) throws InterruptedException {
    long endNanos = System.nanoTime() + most.toNanos();
    Exception last = null;
    do {
      try {
        Optional<T> found = look.call();
        if (found.isPresent()) {
          return found.get();
        }
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) { // whatever it is, it may be over a moment later
        last = e;
      }
      Thread.sleep(BEAT_MILLIS);
    } while (System.nanoTime() < endNanos);
    throw new NotInTimeException(what + " not within " + most.toSeconds() + " s", last);
  }

  /** The same for what is or is not. */
  public void until(String what, Callable<Boolean> look) throws InterruptedException {
    await(what, () -> look.call() ? Optional.of(true) : Optional.empty());
  }
}
