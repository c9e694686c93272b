package dev.kilter.onnx;

import dev.kilter.alert.ModelReference;
import dev.kilter.score.ErrorStatistics;
import dev.kilter.sequence.Aggregate;
import dev.kilter.sequence.Fill;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    List<String> classes,
    SequenceShape sequence,
    String axes,
    List<Tensor> inputs,
    List<Tensor> outputs,
    Scaling scaling,
    Errors errors,
    Smoothing smoothing,
    Map<String, Double> quantiles,
    String entitiesSha256,
    Map<String, Object> training) {
  private static final int ROWS_OF_A_RUN = 16;

  /** One channel, how its values become one on the grid, and what stands in for a missing one. */
  public record Channel(
      String name,
      String unit,
      String aggregate,
      String fill,
      Duration maximumAge,
      Float constant) {

    /** What becomes of several values in one cell of the grid. */
    public Aggregate aggregation() {
      return Aggregate.valueOf(aggregate.toUpperCase(Locale.ROOT));
    }

    /** What stands in for a missing value. */
    public Fill filling() {
      return Fill.valueOf(fill.toUpperCase(Locale.ROOT));
    }

    /** How long a value may stand in for a missing one, in milliseconds. */
    public long maximumAgeMillis() {
      return maximumAge == null ? 0 : maximumAge.toMillis();
    }
  }

  /**
   * Rows in a sequence and from one to the next; the width of a cell of the grid, if there is one;
   * the fewest rows that are enough, if that is fewer; when a duty cycle begins and stops, if a
   * sequence is one; of a network that carries its state, how many rows it takes in before its
   * scores count.
   */
  public record SequenceShape(
      int length,
      int stride,
      Duration period,
      Integer minimumLength,
      Session session,
      Integer warmUp) {

    /** The fewest rows that are enough. */
    public int least() {
      return minimumLength == null ? length : minimumLength;
    }

    /** The width of a cell of the grid in milliseconds; 0: one row per instant. */
    public long periodMillis() {
      return period == null ? 0 : period.toMillis();
    }

    /** Rows of a history that are taken in and not scored. */
    public int rowsToWarmUp() {
      return warmUp == null ? 0 : warmUp;
    }
  }

  /** A duty cycle is over after a gap, or lasts as long as a channel is above a value. */
  public record Session(Duration gap, String channel, Float above) {}

  /** A tensor of the network, and the role it plays. */
  public record Tensor(String name, String role) {}

  /** Mean and deviation of each channel, where the graph does not scale and the pipeline has to. */
  public record Scaling(float[] mean, float[] deviation) {

    /** A value of a channel as the network takes it. */
    float scaled(int channel, float value) {
      return (value - mean[channel]) / deviation[channel];
    }

    /** What the network gives for a channel, in the channel's unit. */
    float unscaled(int channel, float value) {
      return value * deviation[channel] + mean[channel];
    }
  }

  /**
   * The errors on held-out normal data, of the newest row; the names of channels that drifted there
   * and do not count, if any.
   */
  public record Errors(String of, float[] mean, float[] deviation, List<String> screened) {

    /** The channels that do not count. */
    public Set<String> leftOut() {
      return screened == null ? Set.of() : Set.copyOf(screened);
    }
  }

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

  /** What the network does. */
  public ModelKind modelKind() {
    return ModelKind.of(kind).orElseThrow();
  }

  /** Whether the network says which class a sequence is of, and does not score it. */
  public boolean classifies() {
    return modelKind() == ModelKind.CLASSIFICATION;
  }

  /** The name of the output that gives what the network says. */
  public String answerOutput() {
    return withRole(outputs, modelKind().answer()).orElseThrow();
  }

  /** What the numbers of a row of that output are of: the channels, or the classes. */
  public List<String> answerNames() {
    return classifies() ? classes : channelNames();
  }

  /** The names of the inputs that take the state of the row before, in order. */
  public List<String> stateInputs() {
    return allWithRole(inputs, "state");
  }

  /** The names of the outputs that give the state for the next row, in the order of the inputs. */
  public List<String> stateOutputs() {
    return allWithRole(outputs, "state");
  }

  /** How many rows show what the network does: a sequence, or a run of rows that it goes along. */
  public int rowsToShow() {
    return carriesState() ? ROWS_OF_A_RUN : sequence.length();
  }

  /** The fewest that do. */
  public int leastRowsToShow() {
    return carriesState() ? ROWS_OF_A_RUN : sequence.least();
  }

  /** Whether the network carries its state from row to row. */
  public boolean carriesState() {
    return !stateInputs().isEmpty();
  }

  /** The name of the output that gives the newest row's error per channel, if the graph does. */
  public Optional<String> errorsOutput() {
    return withRole(outputs, "errors");
  }

  /** What errors look like on normal data. */
  public ErrorStatistics errorStatistics() {
    boolean[] counted = new boolean[channels.size()];
    for (int channel = 0; channel < counted.length; channel++) {
      counted[channel] = !errors.leftOut().contains(channels.get(channel).name());
    }
    return new ErrorStatistics(errors.mean(), errors.deviation(), counted);
  }

  /** The strictest calibrated quantile: the threshold unless the pipeline file names another. */
  public String strictestQuantile() {
    return quantiles.keySet().stream()
        .max((a, b) -> Double.compare(Double.parseDouble(a), Double.parseDouble(b)))
        .orElseThrow();
  }

  /**
   * In how many verdicts in a row one row of an entity is seen: in those of all sequences that it
   * is in, and then for as long as the average remembers. What a network carries along in its state
   * does not count.
   */
  public int memory() {
    int rows = sequence.session() == null ? sequence.length() : 1;
    int sequences = rows / sequence.stride() + (rows % sequence.stride() == 0 ? 0 : 1);
    return (int) (sequences - 1 + Math.ceil(1 / smoothing.weight()));
  }

  /** The name of the input that is told which values were measured, if there is one. */
  public Optional<String> maskInput() {
    return withRole(inputs, "mask");
  }

  /** The name of the input that is told how many rows a sequence has, if there is one. */
  public Optional<String> lengthsInput() {
    return withRole(inputs, "lengths");
  }

  /** How alerts name the model. */
  public ModelReference reference() {
    return new ModelReference(name, version, sha256);
  }

  static Optional<String> withRole(List<Tensor> tensors, String role) {
    return allWithRole(tensors, role).stream().findFirst();
  }

  private static List<String> allWithRole(List<Tensor> tensors, String role) {
    return tensors.stream().filter(t -> t.role().equals(role)).map(Tensor::name).toList();
  }
}
