package dev.kilter.rig.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.rig.cluster.ClusterPlan;
import dev.kilter.rig.cluster.Jars;
import dev.kilter.rig.cluster.LocalCluster;
import dev.kilter.rig.fault.ModelStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left of jobs and models that have ended; {@code kilter leaks} does it more often, and
 * looks at all of the memory, which says something only then.
 */
class LeaksIT {
  private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
  private static final int TIMES = 12;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void jobsThatWereCancelledLeaveNoClassesAndNoSecondLibrary() throws Exception {
    try (LocalCluster cluster = LocalCluster.start(Jars.of(HOME), folder, ClusterPlan.forLeaks())) {
      Leftovers left = new SubmittedJobs(cluster, HOME).run(TIMES, done -> {});
      assertThat(left.nativeCopies()).isEqualTo(1);
      assertThat(left.metaspace().isFlat()).as(left.toString()).isTrue();
    }
  }

  @Test
  void modelsThatWereLetGoLeaveNoClassesAndNoSecondLibrary() throws Exception {
    Path bundle = ModelStore.zoo(HOME).resolve("pump-lstm-ae/1");
    Leftovers left = new LoadedModels(bundle).run(200, 200_000, done -> {});
    assertThat(left.nativeCopies()).isEqualTo(1);
    assertThat(left.metaspace().isFlat()).as(left.toString()).isTrue();
  }
}
