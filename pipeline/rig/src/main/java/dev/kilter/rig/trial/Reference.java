package dev.kilter.rig.trial;

import dev.kilter.job.config.PipelineConfig;
import dev.kilter.rig.events.Feeder;
import dev.kilter.rig.events.Load;
import dev.kilter.rig.events.PipelineText;
import dev.kilter.rig.events.Reader;
import dev.kilter.rig.events.Topics;
import dev.kilter.rig.oracle.Oracle;
import dev.kilter.rig.oracle.Told;
import dev.kilter.rig.process.Patience;
import dev.kilter.tools.embedded.EmbeddedFlink;
import dev.kilter.tools.embedded.FlinkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What an undisturbed pipeline makes of a load.
 *
 * @param alerts knows its alerts
 * @param letters knows its dead letters
 * @param savepoint what it knew in the end
 */
record Reference(Oracle alerts, Oracle letters, String savepoint) {
  private static final Patience WORK = Patience.seconds(120);
  private static final int AT_ONCE = 1_000_000;

  /** Has a pipeline in this process work it off, as fast as it goes. */
  static Reference of(Load load, String bootstrap, PipelineText text, Path folder)
      throws Exception {
    Topics topics = new Topics(bootstrap, "undisturbed");
    topics.create();
    try (Feeder feeder = Feeder.start(load, bootstrap, topics.events())) {
      feeder.perSecond(AT_ONCE);
      feeder.await();
    }
    Path file = text.write(topics, folder.resolve("checkpoints"), folder.resolve("pipeline.yaml"));
    FlinkOptions options =
        FlinkOptions.fresh(1, Files.createDirectories(folder.resolve("scratch")));
    try (Reader alerts = topics.readAlerts();
        Reader letters = topics.readDeadLetters();
        EmbeddedFlink flink = EmbeddedFlink.start(PipelineConfig.load(file, Map.of()), options)) {
      flink.awaitRunning();
      Settled.await(WORK, topics, alerts);
      String savepoint = flink.stopWithSavepoint(folder.resolve("savepoint").toUri().toString());
      return new Reference(
          new Oracle(Told.alerts(alerts.arrivals(), topics.events())),
          new Oracle(Told.letters(letters.arrivals(), topics.events())),
          savepoint);
    }
  }
}
