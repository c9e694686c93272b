package dev.kilter.onnx.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an operation is told besides its inputs.
 *
 * @param name its name
 * @param whole its value, if that is a whole number
 * @param real its value, if that is a number with a fraction
 * @param text its value, if that is a text
 * @param texts its values, if those are texts
 * @param tensor its value, if that is a tensor of float32, else null
 * @param place where it lies in the bytes of the network
 */
public record Attribute(
    String name,
    long whole,
    float real,
    String text,
    List<String> texts,
    FloatTensor tensor,
    ProtobufField place) {
  private static final int NAME = 1;
  private static final int REAL = 2;
  private static final int WHOLE = 3;
  private static final int TEXT = 4;
  private static final int TENSOR = 5;
  private static final int TEXTS = 9;

  static Attribute read(byte[] bytes, ProtobufField place) {
    Attribute attribute = new Attribute("", 0, 0, "", List.of(), null, place);
    for (ProtobufField field : ProtobufReader.fields(bytes, place.from(), place.to())) {
      attribute = attribute.with(field, bytes);
    }
    return attribute;
  }

  private Attribute with(ProtobufField field, byte[] bytes) {
    return switch (field.number()) {
      case NAME -> new Attribute(field.text(bytes), whole, real, text, texts, tensor, place);
      case REAL -> new Attribute(name, whole, field.real(bytes), text, texts, tensor, place);
      case WHOLE -> new Attribute(name, field.value(), real, text, texts, tensor, place);
      case TEXT -> new Attribute(name, whole, real, field.text(bytes), texts, tensor, place);
      case TENSOR ->
          new Attribute(name, whole, real, text, texts, FloatTensor.read(bytes, field), place);
      case TEXTS -> new Attribute(name, whole, real, text, more(field.text(bytes)), tensor, place);
      default -> this;
    };
  }

  private List<String> more(String next) {
    return Stream.concat(texts.stream(), Stream.of(next)).toList();
  }

  /** It as it is stored. */
  byte[] message(byte[] bytes) {
    return Arrays.copyOfRange(bytes, place.from(), place.to());
  }
}
