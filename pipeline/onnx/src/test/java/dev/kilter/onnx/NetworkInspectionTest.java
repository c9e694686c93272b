package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kilter.UserError;
import dev.kilter.onnx.graph.DenseLayer;
import dev.kilter.onnx.graph.FloatTensor;
import dev.kilter.onnx.graph.Gate;
import dev.kilter.onnx.graph.GateWeights;
import dev.kilter.onnx.graph.Layer;
import dev.kilter.onnx.graph.Network;
import dev.kilter.onnx.graph.RecurrentLayer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkInspectionTest {
  private static final NetworkInspection ZOO =
      NetworkInspection.of(ModelBundle.read(Path.of("../../models/zoo/pump-lstm-ae/1")));

  @Test
  void findsTheLayersInTheOrderInWhichTheyRun() {
    assertThat(kinds(NetworkInspection.of(bundle("recurrent"))))
        .containsExactly(
            "OtherOperations",
            "RecurrentLayer first",
            "OtherOperations",
            "RecurrentLayer second",
            "OtherOperations",
            "RecurrentLayer third",
            "OtherOperations",
            "RecurrentLayer fourth",
            "OtherOperations",
            "DenseLayer readout",
            "SoftmaxLayer shares",
            "OtherOperations");
  }

  @Test
  void countsTheParametersOfEveryLayer() {
    assertThat(ZOO.layers())
        .filteredOn(layer -> !layer.name().contains("Sub"))
        .filteredOn(layer -> layer.parameters() > 0)
        .extracting(Layer::parameters)
        .containsExactly(5376L, 264L, 5376L, 264L);
    assertThat(ZOO.parameters()).isEqualTo(2 * 5376 + 2 * 264 + 3 * 8);
  }

  @Test
  void countsTheMultiplicationsOfASequence() {
    long recurrent = 48 * 128 * (8 + 32);
    long dense = 32 * 8 + 48 * 32 * 8;

    assertThat(ZOO.work(1)).map(NetworkWork::operations).hasValue(2 * recurrent + dense);
    assertThat(ZOO.work(1)).map(NetworkWork::rows).hasValue(48L);
    assertThat(ZOO.work(2)).map(NetworkWork::operations).hasValue(2 * (2 * recurrent + dense));
  }

  @Test
  void countsOneRowOfANetworkThatCarriesItsState() {
    NetworkInspection carried = NetworkInspection.of(bundle("recurrent-carried"));

    assertThat(carried.work(1)).map(NetworkWork::operations).hasValue(12L * (2 + 3) + 3 * 2);
  }

  @Test
  void knowsTheRowsOfANetworkThatNothingIsPromisedOf() {
    byte[] network = bundle("pytorch-lstm").network();

    assertThat(NetworkInspection.of(network, "theirs.onnx").work(1))
        .map(NetworkWork::rows)
        .hasValue(6L);
  }

  @Test
  void measuresTheWeightsOfEachGateInOnnxsOrder() {
    RecurrentLayer third = recurrent("third");
    List<GateWeights> backward = third.gates(1);

    assertThat(backward)
        .extracting(GateWeights::gate)
        .containsExactly(Gate.INPUT, Gate.OUTPUT, Gate.FORGET, Gate.CELL);
    GateWeights forget = backward.get(2);
    assertThat(forget.input()).isCloseTo(norm(third.input(), 1, 6, 9), within(1e-9));
    assertThat(forget.recurrent()).isCloseTo(norm(third.recurrent(), 1, 6, 9), within(1e-9));
  }

  @Test
  void addsTheTwoBiasesOfAGate() {
    RecurrentLayer first = recurrent("first");
    float[] bias = first.bias().values();
    double sum = 0;
    for (int unit = 0; unit < 3; unit++) {
      sum += Math.pow((double) bias[unit] + bias[12 + unit], 2);
    }

    assertThat(first.gates(0).get(0).bias()).isCloseTo(Math.sqrt(sum), within(1e-9));
  }

  @Test
  void readsADenseLayerWithItsBias() {
    DenseLayer readout = (DenseLayer) named("readout");

    assertThat(readout.inputs()).isEqualTo(6);
    assertThat(readout.outputs()).isEqualTo(2);
    assertThat(readout.bias().values()).hasSize(2);
  }

  @Test
  void whatIsNoNetworkIsRefused() {
    byte[] text = {1, 2, 3};

    assertThatThrownBy(() -> NetworkInspection.of(text, "notes.onnx"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("notes.onnx is no network that ONNX Runtime loads");
  }

  /** Of rows of one direction of weights. */
  private static double norm(FloatTensor weights, int way, int from, int to) {
    double sum = 0;
    for (int row = from; row < to; row++) {
      for (int column = 0; column < weights.size(2); column++) {
        int at = (way * weights.size(1) + row) * weights.size(2) + column;
        sum += Math.pow(weights.values()[at], 2);
      }
    }
    return Math.sqrt(sum);
  }

  private static RecurrentLayer recurrent(String name) {
    return (RecurrentLayer) named(name);
  }

  private static Layer named(String name) {
    return Network.read(bundle("recurrent").network()).layers().stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> kinds(NetworkInspection network) {
    return network.layers().stream()
        .map(
            layer -> {
              String kind = layer.getClass().getSimpleName();
              return kind.startsWith("Other") ? kind : kind + " " + layer.name();
            })
        .toList();
  }
}
