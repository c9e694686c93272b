package dev.kilter.bench.peer;

import dev.kilter.bench.load.MemorySource;
import dev.kilter.bench.load.Workload;
import dev.kilter.event.Event;
import dev.kilter.job.JobSettings;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** A way to score a stream with Flink. */
public sealed interface FlinkPeer extends ScoringPeer
    permits KilterPeer, CountWindowPeer, RowByRowPeer, AsyncPeer, DjlPeer, ForestPeer {

  /** Every score. */
  DataStream<Scored> scores(DataStream<Event> events);

  /** How many tasks of each kind it has. */
  default int tasks() {
    return 1;
  }

  /** What is timed: as it is run, and each sequence counted by the metric {@code judged}. */
  default void run(DataStream<Event> events) {
    scores(events)
        .filter(new CountScored())
        .uid("count")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
  }

  @Override
  default List<Scored> firstScores(int events, Workload load) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(tasks());
    JobSettings.applyBounded(env);
    return scores(MemorySource.first(events, env, load)).executeAndCollect("check", 2 * events);
  }

  @Override
  default RunningPeer start(Workload load) throws Exception {
    return RunningJob.start(env -> assemble(env, load), "judged", tasks());
  }

  /** Gives Flink the settings the peer runs with. */
  default void configure(StreamExecutionEnvironment env) {
    JobSettings.applyBounded(env);
  }

  private void assemble(StreamExecutionEnvironment env, Workload load) {
    configure(env);
    run(MemorySource.endless(env, load));
  }
}
