package dev.kilter.rig.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A process is ended only where it is the one that was started. */
class RunningTest {

  @Test
  void theOneThatWasStartedIsEnded() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sleep", "600").start();
    Running running = running(process, start(process));
    assertThat(running.isAlive()).isTrue();
    running.end();
    assertThat(process.waitFor()).isNotZero();
    assertThat(running.isAlive()).isFalse();
  }

  @Test
  void anotherOfTheSameNumberIsLeftAlone() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sleep", "600").start();
    try {
      Running earlier = running(process, start(process) - 60_000);
      assertThat(earlier.isAlive()).isFalse();
      earlier.end();
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Running running(Process process, long startMillis) {
    return new Running("sleep", process.pid(), startMillis);
  }

  private static long start(Process process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElseThrow();
  }
}
