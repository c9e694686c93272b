package dev.kilter.rig.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kilter.rig.cluster.ClusterPlan;
import dev.kilter.rig.cluster.Jars;
import dev.kilter.rig.cluster.LocalCluster;
import dev.kilter.rig.events.Load;
import dev.kilter.rig.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each fault once, half of them at least once and half exactly once, on a cluster of real
 * processes; {@code kilter faults} does it more often, and looks at how long it takes, which says
 * nothing on a machine with other work.
 */
class FaultsIT {
  private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Random RANDOM = new Random(1);

  private static final Set<Fault> EXACTLY_ONCE =
      EnumSet.of(
          Fault.TASK_MANAGER_KILLED,
          Fault.LEADER_KILLED,
          Fault.NETWORK_CUT,
          Fault.STORAGE_FULL,
          Fault.ALERTS_FORBIDDEN,
          Fault.RESTORED);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  private static LocalCluster cluster;
  private static Trial trial;

  @BeforeAll
  static void begin() throws Exception {
    cluster = LocalCluster.start(Jars.of(HOME), folder, ClusterPlan.forFaults());
    trial = Trial.prepare(cluster, Load.pumps(60, 1_000, Duration.ofSeconds(12), 1), HOME);
  }

  @AfterAll
  static void end() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noAlertIsLostOrChangedAndTheStateInTheEndIsTheSame(Fault fault) throws Exception {
    boolean mayDouble = !EXACTLY_ONCE.contains(fault);
    Outcome outcome = trial.run(fault, mayDouble ? "at-least-once" : "exactly-once", RANDOM);
    if (outcome instanceof Outcome.NotTested not) {
      abort(not.toString());
    }
    assertThat(outcome.isClean(mayDouble)).as(outcome.toString()).isTrue();
  }
}
