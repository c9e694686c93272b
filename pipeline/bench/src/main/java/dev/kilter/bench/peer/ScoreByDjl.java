package dev.kilter.bench.peer;

import dev.kilter.bench.load.Workload;
import dev.kilter.bench.network.DjlNetwork;
import dev.kilter.bench.network.RawScore;
import dev.kilter.onnx.ModelBundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Gathers windows until there is a batch, and runs the network on that. */
final class ScoreByDjl extends AbstractStreamOperator<Scored>
    implements OneInputStreamOperator<FlatWindow, Scored> {
  private static final long serialVersionUID = 1L;

  private final ModelBundle bundle;
  private final int batch;
  private transient List<FlatWindow> waiting;
  private transient DjlNetwork network;
  private transient RawScore rawScore;

  ScoreByDjl(ModelBundle bundle, int batch) {
    this.bundle = bundle;
    this.batch = batch;
  }

  @Override
  public void open() throws Exception {
    super.open();
    waiting = new ArrayList<>(batch);
    network = DjlNetwork.open(bundle);
    rawScore = RawScore.of(bundle);
  }

  @Override
  public void processElement(StreamRecord<FlatWindow> element) throws Exception {
    waiting.add(element.getValue());
    if (waiting.size() == batch) {
      score();
    }
  }

  @Override
  public void finish() throws Exception {
    if (!waiting.isEmpty()) {
      score();
    }
    super.finish();
  }

  private void score() throws Exception {
    float[] errors = network.errors(timeMajor());
    for (int index = 0; index < waiting.size(); index++) {
      int from = index * Workload.CHANNELS;
      float[] its = Arrays.copyOfRange(errors, from, from + Workload.CHANNELS);
      output.collect(new StreamRecord<>(new Scored(waiting.get(index).number(), rawScore.of(its))));
    }
    waiting.clear();
  }

  private float[] timeMajor() {
    int size = waiting.get(0).values().length;
    float[] rows = new float[size * waiting.size()];
    for (int from = 0; from < size; from += Workload.CHANNELS) {
      for (int index = 0; index < waiting.size(); index++) {
        int to = from * waiting.size() + index * Workload.CHANNELS;
        System.arraycopy(waiting.get(index).values(), from, rows, to, Workload.CHANNELS);
      }
    }
    return rows;
  }

  @Override
  public void close() throws Exception {
    if (network != null) {
      network.close();
    }
    super.close();
  }
}
