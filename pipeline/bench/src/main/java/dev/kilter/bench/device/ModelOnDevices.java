package dev.kilter.bench.device;

import dev.kilter.onnx.CudaError;
import dev.kilter.onnx.Execution;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.Precision;
import dev.kilter.onnx.Processor;
import dev.kilter.onnx.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One model opened on every processor that is there. */
final class ModelOnDevices implements AutoCloseable {
  private final ModelContract contract;
  private final int most;
  private final List<MeasuredNetwork> networks = new ArrayList<>();
  private final Map<String, DeviceFigures> figures = new LinkedHashMap<>();
  private final Map<String, String> missing = new LinkedHashMap<>();

  private ModelOnDevices(ModelContract contract, int most) {
    this.contract = contract;
    this.most = most;
  }

  /**
   * Opens a bundle on the CPU, and on a GPU if it can be had.
   *
   * @param device the number of the GPU
   * @param most the size of the largest batches
   */
  static ModelOnDevices open(ModelBundle bundle, int device, int most) {
    ModelOnDevices opened = new ModelOnDevices(bundle.contract(), most);
    opened.add("cpu", bundle, Processor.CPU);
    try {
      opened.add("cuda", bundle, new Processor(Provider.CUDA, device, 0, Precision.FLOAT32));
    } catch (CudaError e) {
      opened.missing.put("cuda", e.why());
    }
    return opened;
  }

  private void add(String provider, ModelBundle bundle, Processor processor) {
    MeasuredNetwork network = MeasuredNetwork.open(bundle, processor);
    networks.add(network);
    figures.put(provider, new DeviceFigures(provider, network, most));
  }

  /** Measures everything once. */
  void measure(Stopwatch stopwatch) {
    figures.values().forEach(each -> each.measure(stopwatch));
  }

  /** What was measured. */
  DeviceReport.OfModel report() {
    figures.forEach(this::noteEnd);
    List<DeviceLine> lines =
        figures.values().stream().flatMap(each -> each.lines().stream()).toList();
    return new DeviceReport.OfModel(
        contract.name() + "/" + contract.version(),
        contract.carriesState() ? "steps" : "sequences",
        lines,
        missing,
        Advice.of(of("cpu"), of("cuda"), atOnce -> Execution.maxBatchFor(contract, atOnce)));
  }

  private void noteEnd(String provider, DeviceFigures its) {
    if (its.whyNoLarger() != null) {
      missing.put("a larger batch on " + provider, its.whyNoLarger());
    }
  }

  private List<DeviceLine> of(String provider) {
    DeviceFigures its = figures.get(provider);
    return its == null ? List.of() : its.lines();
  }

  @Override
  public void close() {
    networks.forEach(MeasuredNetwork::close);
  }
}
