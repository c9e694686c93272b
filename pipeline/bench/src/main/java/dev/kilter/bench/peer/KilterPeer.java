package dev.kilter.bench.peer;

import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.JobSettings;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.decode.CatchingUp;
import dev.kilter.job.operator.Reports;
import dev.kilter.job.operator.Topology;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/**
 * Kilter as in production, with an alerts topic and none for scores.
 *
 * @param plan what is run
 * @param tasks how many tasks of each kind
 */
public record KilterPeer(PipelinePlan plan, int tasks) implements FlinkPeer {

  @Override
  public DataStream<Scored> scores(DataStream<Event> events) {
    return scores(decoded(events), plan);
  }

  /** Every score of a stream that was decoded already. */
  public static DataStream<Scored> scores(DataStream<Decoded> events, PipelinePlan plan) {
    return Topology.score(events, plan)
        .flatMap(KilterPeer::scored)
        .returns(TypeInformation.of(Scored.class))
        .uid("scored");
  }

  @Override
  public void configure(StreamExecutionEnvironment env) {
    JobSettings.applyWithoutCheckpoints(env, plan.config());
  }

  @Override
  public void run(DataStream<Event> events) {
    Topology.detect(decoded(events), plan, new Reports(false, false))
        .alerts()
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
  }

  private DataStream<Decoded> decoded(DataStream<Event> events) {
    return events
        .map(event -> (Decoded) event)
        .returns(KilterTypes.DECODED)
        .uid("decoded")
        .assignTimestampsAndWatermarks(CatchingUp.strategy(plan.config().time()))
        .uid("time");
  }

  private static void scored(Envelope<Score> envelope, Collector<Scored> out) {
    if (envelope instanceof Envelope.Judgeable<Score> judged) {
      Score score = judged.content();
      out.collect(new Scored(score.offsets().get(0).last(), score.raw()));
    }
  }
}
