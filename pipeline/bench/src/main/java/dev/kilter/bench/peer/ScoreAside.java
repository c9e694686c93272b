package dev.kilter.bench.peer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.network.RawScore;
import dev.kilter.bench.network.Sessions;
import dev.kilter.onnx.ModelBundle;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/** Runs the network on windows, each by one of a few threads. */
final class ScoreAside extends RichAsyncFunction<FlatWindow, Scored> {
  private static final long serialVersionUID = 1L;
  private static final int THREADS = 4;

  private final ModelBundle bundle;
  private transient OrtSession session;
  private transient ExecutorService threads;
  private transient RawScore rawScore;
  private transient String input;
  private transient String output;
  private transient long[] shape;

  ScoreAside(ModelBundle bundle) {
    this.bundle = bundle;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    session = Sessions.singleThreaded(bundle);
    threads = Executors.newFixedThreadPool(THREADS);
    rawScore = RawScore.of(bundle);
    input = bundle.contract().sequenceInput();
    output = bundle.contract().errorsOutput().orElseThrow();
    shape = new long[] {bundle.contract().sequence().length(), 1, Workload.CHANNELS};
  }

  @Override
  public void asyncInvoke(FlatWindow window, ResultFuture<Scored> scored) {
    threads.execute(() -> score(window, scored));
  }

  private void score(FlatWindow window, ResultFuture<Scored> scored) {
    FloatBuffer values = FloatBuffer.wrap(window.values());
    try (OnnxTensor tensor = OnnxTensor.createTensor(Sessions.environment(), values, shape);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      float[][] errors = (float[][]) result.get(output).orElseThrow().getValue();
      scored.complete(List.of(new Scored(window.number(), rawScore.of(errors[0]))));
    } catch (OrtException e) {
      scored.completeExceptionally(e);
    }
  }

  @Override
  public void close() throws Exception {
    if (threads != null) {
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.MINUTES);
    }
    if (session != null) {
      session.close();
    }
  }
}
