package dev.kilter.bench.peer;

import dev.kilter.bench.forest.ForestKind;
import dev.kilter.bench.forest.Forests;
import dev.kilter.bench.network.NestedArrays;
import dev.kilter.event.Event;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Asks the forest of the row's machine. Forests are no keyed state: Flink would copy some hundred
 * kilobytes for each row where it has to write them.
 */
final class ScoreByForest extends KeyedProcessFunction<String, Event, Scored> {
  private static final long serialVersionUID = 1L;

  private final ForestKind kind;
  private transient Forests forests;

  ScoreByForest(ForestKind kind) {
    this.kind = kind;
  }

  @Override
  public void open(OpenContext context) {
    forests = new Forests(kind);
  }

  @Override
  public void processElement(Event event, Context context, Collector<Scored> out) {
    float[] row = NestedArrays.floats(event.values());
    out.collect(new Scored(event.offset(), forests.score(event.entity(), row)));
  }
}
