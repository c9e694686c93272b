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
 * @param state what it knew in the end
 */
record Reference(Oracle alerts, Oracle letters, FinalState state) {
  private static final Patience WORK = Patience.seconds(900);
  private static final int AT_ONCE = 1_000_000;

  /**
   * Has a pipeline in this process work it off, as fast as it goes.
   *
   * @param models the model store
   * @throws IllegalStateException if its dead letters are not the rubbish in the load
   */
  static Reference of(Load load, String bootstrap, Path models, Path folder) throws Exception {
    Topics topics = new Topics(bootstrap, "undisturbed");
    topics.create();
    try (Feeder feeder = Feeder.start(load, AT_ONCE, bootstrap, topics.events())) {
      feeder.await();
    }
    Path file =
        PipelineText.of("at-least-once")
            .write(topics, models, folder.resolve("checkpoints"), folder.resolve("pipeline.yaml"));
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
          letters(letters, topics, load),
          FinalState.of(savepoint));
    }
  }

  private static Oracle letters(Reader letters, Topics topics, Load load) {
    Oracle oracle = new Oracle(Letters.of(letters.arrivals(), topics.events()).pumps());
    if (!oracle.incidents().equals(load.rubbish())) {
      throw new IllegalStateException(
          "undisturbed, dead letters are of %d records, and the rubbish is in %d others"
              .formatted(oracle.size(), load.rubbish().size()));
    }
    return oracle;
  }
}
