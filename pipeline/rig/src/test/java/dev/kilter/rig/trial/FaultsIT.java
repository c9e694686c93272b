package dev.kilter.rig.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kilter.rig.cluster.ClusterPlan;
import dev.kilter.rig.cluster.Jars;
import dev.kilter.rig.cluster.LocalCluster;
import dev.kilter.rig.events.Load;
import dev.kilter.rig.events.PipelineText;
import dev.kilter.rig.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault once, on a cluster of real processes; {@code kilter faults} does it more often. */
class FaultsIT {
  private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Random RANDOM = new Random(1);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  private static LocalCluster cluster;
  private static Trial trial;

  @BeforeAll
  static void begin() throws Exception {
    cluster = LocalCluster.start(Jars.of(HOME), folder, ClusterPlan.forFaults());
    Load load = Load.pumps(60, 1_000, Duration.ofSeconds(20), 1);
    trial =
        Trial.prepare(cluster, load, new PipelineText(HOME.resolve("models/zoo"), "at-least-once"));
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
    Outcome outcome = trial.run(fault, RANDOM);
    if (outcome instanceof Outcome.NotTested not) {
      abort(not.toString());
    }
    assertThat(outcome.isClean(true)).as(outcome.toString()).isTrue();
  }
}
