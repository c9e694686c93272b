package dev.kilter.onnx;

import dev.kilter.alert.ModelReference;
import dev.kilter.score.ErrorStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code model.json} says of a network: the promise the pipeline relies on. One record for the
 * one flat file, hence its length; its fields are described in {@code models/README.md}.
 */
public record ModelContract(
    int format,
    String name,
    String version,
    String sha256,
    String kind,
    List<Channel> channels,
    SequenceShape sequence,
    String axes,
    List<Tensor> inputs,
    List<Tensor> outputs,
    Scaling scaling,
    Errors errors,
    Smoothing smoothing,
    Map<String, Double> quantiles,
    Map<String, Object> training) {

  /** One channel, and how a missing value of it is made up for. */
  public record Channel(
      String name, String unit, String aggregate, String fill, Duration maximumAge) {}

  /** Rows in a sequence, and from one to the next. */
  public record SequenceShape(int length, int stride) {}

  /** A tensor of the network, and the role it plays. */
  public record Tensor(String name, String role) {}

  /** Mean and deviation of each channel, where the graph does not scale. */
  public record Scaling(float[] mean, float[] deviation) {}

  /** The errors on held-out normal data, of the newest row. */
  public record Errors(String of, float[] mean, float[] deviation) {}

  /** The weight of the newest score in the exponential average. */
  public record Smoothing(double weight) {}

  /** The channels' names, in the order of the feature axis. */
  public List<String> channelNames() {
    return channels.stream().map(Channel::name).toList();
  }

  /** Whether tensors are {@code [time, batch, channel]} rather than {@code [batch, time, …]}. */
  public boolean timeMajor() {
    return axes.equals("time-major");
  }

  /** The name of the input that takes the sequence. */
  public String sequenceInput() {
    return withRole(inputs, "sequence").orElseThrow();
  }

  /** The name of the output that gives the sequence as the network expects it. */
  public String reconstructionOutput() {
    return withRole(outputs, "reconstruction").orElseThrow();
  }

  /** The name of the output that gives the newest row's error per channel, if the graph does. */
  public Optional<String> errorsOutput() {
    return withRole(outputs, "errors");
  }

  /** What errors look like on normal data. */
  public ErrorStatistics errorStatistics() {
    return new ErrorStatistics(errors.mean(), errors.deviation());
  }

  /** The strictest calibrated quantile: the threshold unless the pipeline file names another. */
  public String strictestQuantile() {
    return quantiles.keySet().stream()
        .max((a, b) -> Double.compare(Double.parseDouble(a), Double.parseDouble(b)))
        .orElseThrow();
  }

  /** How alerts name the model. */
  public ModelReference reference() {
    return new ModelReference(name, version, sha256);
  }

  static Optional<String> withRole(List<Tensor> tensors, String role) {
    return tensors.stream().filter(t -> t.role().equals(role)).map(Tensor::name).findFirst();
  }
}
