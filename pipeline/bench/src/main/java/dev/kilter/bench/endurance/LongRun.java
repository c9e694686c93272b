package dev.kilter.bench.endurance;

import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.load.MemorySource;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.peer.JobCounts;
import dev.kilter.bench.peer.KilterPeer;
import dev.kilter.job.JobSettings;
import dev.kilter.job.type.KilterTypes;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Kilter in this process over a long stream, with the settings and checkpoints of production.
 *
 * @param question what is to be run
 * @param folder where RocksDB has its files, and checkpoints go
 */
public record LongRun(LongRunQuestion question, Path folder) {

  /**
   * Runs it.
   *
   * @param settings Flink's, beside what Kilter sets
   * @param samples is told how it stands, again and again
   */
  public LongRunAnswer run(Configuration settings, Sampling samples) throws Exception {
    BenchModel model =
        BenchModel.forLongRun(
            question.model(),
            question.stride(),
            Map.of(
                "STATE", question.state(),
                "INTERVAL", question.checkpointSeconds() + "s",
                "CHECKPOINTS", folder.resolve("checkpoints").toUri().toString()));
    JobClient job = start(model, settings);
    samples.follow(job.getJobExecutionResult(), question.events(), folder.resolve("rocksdb"));
    return new LongRunAnswer(
        samples.taken(),
        JobCounts.sum("judged"),
        question.rightCount(model.bundle().contract().sequence()),
        ProcessUse.peakBytes());
  }

  private JobClient start(BenchModel model, Configuration settings) throws Exception {
    settings.setString("metrics.reporters", "counts");
    settings.setString("metrics.reporter.counts.factory.class", JobCounts.class.getName());
    settings.setString("state.backend.rocksdb.localdir", folder.resolve("rocksdb").toString());
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(question.tasks(), settings);
    JobSettings.apply(env, model.plan().config());
    Workload load = new Workload(question.machines());
    new KilterPeer(model.plan(), question.tasks())
        .run(
            MemorySource.first(question.events(), env, load)
                .map(new Valve())
                .returns(KilterTypes.EVENT)
                .uid("valve"));
    return env.executeAsync("long run");
  }
}
