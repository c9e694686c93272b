package dev.kilter.onnx.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One operation of a network.
 *
 * @param operator what it does, such as {@code LSTM}
 * @param name what the graph calls it, empty if nothing
 * @param inputs the values it takes, by name; empty where an optional one is left out
 * @param outputs the values it gives, by name; empty where an optional one is left out
 * @param attributes what else it is told, by name
 */
public record Node(
    String operator,
    String name,
    List<String> inputs,
    List<String> outputs,
    Map<String, Attribute> attributes) {
  static final int INPUT = 1;
  static final int OUTPUT = 2;
  static final int NAME = 3;
  static final int OPERATOR = 4;
  static final int ATTRIBUTE = 5;

  static Node read(byte[] bytes, ProtobufField place) {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Map<String, Attribute> attributes = new HashMap<>();
    String operator = "";
    String name = "";
    for (ProtobufField field : ProtobufReader.fields(bytes, place.from(), place.to())) {
      switch (field.number()) {
        case INPUT -> inputs.add(field.text(bytes));
        case OUTPUT -> outputs.add(field.text(bytes));
        case NAME -> name = field.text(bytes);
        case OPERATOR -> operator = field.text(bytes);
        case ATTRIBUTE -> {
          Attribute attribute = Attribute.read(bytes, field);
          attributes.put(attribute.name(), attribute);
        }
        default -> {}
      }
    }
    return new Node(operator, name, List.copyOf(inputs), List.copyOf(outputs), attributes);
  }

  /** The name of an input, empty if it is left out. */
  String input(int place) {
    return place < inputs.size() ? inputs.get(place) : "";
  }

  /** The name of an output, empty if it is left out. */
  String output(int place) {
    return place < outputs.size() ? outputs.get(place) : "";
  }

  /** A whole number among the attributes, or what it is without. */
  long whole(String attribute, long otherwise) {
    Attribute found = attributes.get(attribute);
    return found == null ? otherwise : found.whole();
  }

  /** A text among the attributes, or what it is without. */
  String text(String attribute, String otherwise) {
    Attribute found = attributes.get(attribute);
    return found == null ? otherwise : found.text();
  }

  /** The same operation as a message, with other outputs and without a name. */
  ProtobufWriter again(List<String> otherOutputs, byte[] bytes) {
    ProtobufWriter node = new ProtobufWriter();
    inputs.forEach(input -> node.put(INPUT, input));
    otherOutputs.forEach(output -> node.put(OUTPUT, output));
    node.put(OPERATOR, operator);
    attributes.values().forEach(attribute -> node.put(ATTRIBUTE, attribute.message(bytes)));
    return node;
  }
}
