package dev.kilter.bench.network;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import ai.onnxruntime.OrtEnvironment;
import dev.kilter.bench.load.Workload;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The network through DJL's engine for ONNX Runtime, with one thread. */
public final class DjlNetwork implements AutoCloseable {
  private static final Logger RUNTIME_LOG = Logger.getLogger(OrtEnvironment.class.getName());
  private static final String ENGINE = "OnnxRuntime";
  private static final Map<String, String> ONE_THREAD =
      Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1");

  private final Model model;
  private final Predictor<float[], float[]> predictor;

  private DjlNetwork(Model model, Windows windows) {
    this.model = model;
    this.predictor = model.newPredictor(windows);
  }

  /**
   * Starts ONNX Runtime for this process: DJL insists on being the one that does. ONNX Runtime then
   * warns that Kilter's name for it comes too late, which does not matter.
   */
  public static void startRuntime() {
    RUNTIME_LOG.setLevel(Level.SEVERE);
    Engine.getEngine(ENGINE);
  }

  /** Loads a network. */
  public static DjlNetwork open(ModelBundle bundle) throws IOException, MalformedModelException {
    Model model = Model.newInstance("bench", ENGINE);
    model.load(new ByteArrayInputStream(bundle.network()), ONE_THREAD);
    return new DjlNetwork(model, Windows.of(bundle.contract()));
  }

  /**
   * Runs a batch.
   *
   * @param rows {@code [time][batch][channel]} flattened
   * @return {@code [batch][channel]} flattened: the newest row's errors
   */
  public float[] errors(float[] rows) throws TranslateException {
    return predictor.predict(rows);
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }

  /**
   * How windows go in and errors come out.
   *
   * @param length how many rows a window has
   * @param output which of the outputs are the errors
   */
  private record Windows(int length, int output) implements NoBatchifyTranslator<float[], float[]> {

    static Windows of(ModelContract contract) {
      String errors = contract.errorsOutput().orElseThrow();
      return new Windows(
          contract.sequence().length(),
          contract.outputs().stream().map(ModelContract.Tensor::name).toList().indexOf(errors));
    }

    @Override
    public NDList processInput(TranslatorContext context, float[] rows) {
      int batch = rows.length / (length * Workload.CHANNELS);
      NDArray values =
          context.getNDManager().create(rows, new Shape(length, batch, Workload.CHANNELS));
      return new NDList(values);
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList outputs) {
      return outputs.get(output).toFloatArray();
    }
  }
}
