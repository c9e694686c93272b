package dev.kilter.bench.broker;

import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.load.SparseModel;
import dev.kilter.bench.measure.Trial;
import dev.kilter.job.config.PipelineConfig;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a process that reads the topic has to be told.
 *
 * @param bootstrap where the broker listens
 * @param folder where the bundles and the checkpoints are
 * @param model which model Kilter runs
 */
record TopicTrial(String bootstrap, Path folder, SparseModel model) {

  /** The pipeline that reads the topic from its begin. */
  PipelineConfig pipeline() {
    return PipelineConfig.load(
        BenchModel.pipeline("broker"),
        Map.of(
            "KAFKA_BOOTSTRAP",
            bootstrap,
            "MODELS",
            folder.toString(),
            "MODEL",
            model.label() + "/1",
            "CHECKPOINTS",
            folder.resolve("checkpoints").toUri().toString()));
  }

  /** A peer, over a topic. */
  Trial of(BrokerPeer peer, EventsTopic topic) {
    return new Trial(
        peer.label(),
        model.label(),
        peer.path(),
        BrokerBenchmark.class,
        Map.of(
            "model", model.label(),
            "peer", peer.label(),
            "bootstrap", bootstrap,
            "folder", folder.toString(),
            "events", String.valueOf(topic.events())),
        peer.isLimit());
  }
}
