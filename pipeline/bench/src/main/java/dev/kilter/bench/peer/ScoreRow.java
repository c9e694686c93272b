package dev.kilter.bench.peer;

import dev.kilter.bench.network.NestedArrays;
import dev.kilter.bench.network.RawScore;
import dev.kilter.event.Event;
import dev.kilter.onnx.ModelBundle;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Runs the network on a row, on from the state that its machine's last row left. */
final class ScoreRow extends KeyedProcessFunction<String, Event, Scored> {
  private static final long serialVersionUID = 1L;

  private final ModelBundle bundle;
  private final NestedArrays.Manners manners;
  private transient NestedArrays network;
  private transient RawScore rawScore;
  private transient ValueState<float[][]> carried;

  ScoreRow(ModelBundle bundle, NestedArrays.Manners manners) {
    this.bundle = bundle;
    this.manners = manners;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    network = NestedArrays.open(bundle, manners);
    rawScore = RawScore.of(bundle);
    carried =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "carried",
                    Types.OBJECT_ARRAY(PrimitiveArrayTypeInfo.FLOAT_PRIMITIVE_ARRAY_TYPE_INFO)));
  }

  @Override
  public void processElement(Event event, Context context, Collector<Scored> out) throws Exception {
    float[][] before = carried.value();
    float[][][] row = {{NestedArrays.floats(event.values())}};
    NestedArrays.Answer answer = network.run(row, before == null ? network.beginning() : before);
    carried.update(answer.states());
    out.collect(new Scored(event.offset(), rawScore.of(answer.errors())));
  }

  @Override
  public void close() throws Exception {
    if (network != null) {
      network.close();
    }
  }
}
