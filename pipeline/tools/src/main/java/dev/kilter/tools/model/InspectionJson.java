package dev.kilter.tools.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.onnx.GraphTensor;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.NetworkInspection;
import dev.kilter.onnx.NetworkWork;
import dev.kilter.onnx.graph.DenseLayer;
import dev.kilter.onnx.graph.FloatTensor;
import dev.kilter.onnx.graph.GateWeights;
import dev.kilter.onnx.graph.Layer;
import dev.kilter.onnx.graph.OtherOperations;
import dev.kilter.onnx.graph.RecurrentLayer;
import dev.kilter.onnx.graph.SoftmaxLayer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What there is to see in a network, as JSON. */
final class InspectionJson {
  private final NetworkInspection network;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  private InspectionJson(NetworkInspection network) {
    this.network = network;
  }

  /**
   * Of a network.
   *
   * @param bundle the bundle it is of, whose contract is told too; or null
   */
  static ObjectNode of(NetworkInspection network, ModelBundle bundle) {
    ObjectNode json = new InspectionJson(network).written();
    if (bundle != null) {
      json.set("contract", contract(bundle));
    }
    return json;
  }

  private static JsonNode contract(ModelBundle bundle) {
    try {
      return JsonMapper.builder().build().readTree(bundle.contractJson());
    } catch (IOException e) {
      throw new IllegalStateException("it has been read as a contract", e);
    }
  }

  private ObjectNode written() {
    json.put("sha256", network.sha256());
    tensors("inputs", network.inputs());
    ArrayNode layers = json.putArray("layers");
    network.layers().forEach(layer -> put(layer, layers.addObject()));
    tensors("outputs", network.outputs());
    json.put("parameters", network.parameters());
    json.put("weightBytes", network.parameters() * Float.BYTES);
    network.work(1).ifPresent(this::put);
    network.work(NetworkFacts.BATCH).ifPresent(w -> json.put("valueBytesOf32", w.values()));
    return json;
  }

  private void put(NetworkWork work) {
    json.put("rows", work.rows());
    json.put("multiplyAdds", work.operations());
    json.put("valueBytes", work.values());
  }

  private void tensors(String key, List<GraphTensor> tensors) {
    ArrayNode list = json.putArray(key);
    for (GraphTensor tensor : tensors) {
      ObjectNode entry = list.addObject().put("name", tensor.name());
      entry.put("type", tensor.typeName());
      ArrayNode shape = entry.putArray("shape");
      tensor.sizes().forEach(shape::add);
    }
  }

  private static void put(Layer layer, ObjectNode json) {
    json.put("name", layer.name());
    if (layer instanceof RecurrentLayer recurrent) {
      put(recurrent, json);
    } else if (layer instanceof DenseLayer dense) {
      json.put("kind", "dense").put("inputs", dense.inputs()).put("outputs", dense.outputs());
      json.put("norm", dense.weight().norm());
      FloatTensor bias = dense.bias();
      json.put("biasNorm", bias == null ? null : bias.norm());
    } else if (layer instanceof SoftmaxLayer) {
      json.put("kind", "softmax");
    } else if (layer instanceof OtherOperations others) {
      json.put("kind", "other");
      ArrayNode operators = json.putArray("operators");
      others.operators().forEach(operators::add);
    }
    json.put("parameters", layer.parameters());
  }

  private static void put(RecurrentLayer layer, ObjectNode json) {
    json.put("kind", layer.cell().name().toLowerCase(Locale.ROOT));
    json.put("direction", layer.direction());
    json.put("inputs", layer.inputs()).put("hidden", layer.hidden());
    ArrayNode directions = json.putArray("directions");
    for (int way = 0; way < layer.directions(); way++) {
      ObjectNode direction = directions.addObject().put("reverse", layer.isReverse(way));
      ArrayNode gates = direction.putArray("gates");
      layer.gates(way).forEach(gate -> put(gate, layer, gates.addObject()));
    }
  }

  private static void put(GateWeights gate, RecurrentLayer layer, ObjectNode json) {
    json.put("gate", gate.gate().label());
    json.putArray("inputShape").add(layer.hidden()).add(layer.inputs());
    json.put("inputNorm", gate.input());
    json.putArray("recurrentShape").add(layer.hidden()).add(layer.hidden());
    json.put("recurrentNorm", gate.recurrent());
    json.put("biasNorm", gate.bias());
  }
}
