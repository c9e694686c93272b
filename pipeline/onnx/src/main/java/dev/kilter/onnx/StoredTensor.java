package dev.kilter.onnx;

import dev.kilter.onnx.graph.ProtobufField;
import dev.kilter.onnx.graph.ProtobufReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tensor that is stored in a network: a weight or a constant.
 *
 * @param name its name, empty if it has none
 * @param type its element type, as ONNX numbers them
 * @param from where its raw values begin in the bytes of the network
 * @param to where they end, exclusively
 * @param external whether its values are in another file
 * @param file that file, if it says so
 */
record StoredTensor(
    String name, long type, int from, int to, boolean external, Optional<String> file) {
  private static final int DEEPEST = 100;

  /** All tensors of a network, those of its subgraphs and functions too. */
  static List<StoredTensor> of(byte[] network) {
    List<StoredTensor> tensors = new ArrayList<>();
    collect(OnnxMessage.MODEL, network, new ProtobufField(0, 0, 0, network.length), 0, tensors);
    return tensors;
  }

  /** What to say of one whose values are in another file, and how to export it right. */
  String whereItIs() {
    return "the values of "
        + name
        + " are not in the network's file but in "
        + file.orElse("another")
        + "; export it in one file: in Python, onnx.save(onnx.load(FILE), \"model.onnx\")";
  }

  private static void collect(
      OnnxMessage message, byte[] bytes, ProtobufField place, int depth, List<StoredTensor> to) {
    if (message == OnnxMessage.TENSOR) {
      to.add(read(bytes, place));
      return;
    }
    for (ProtobufField field : ProtobufReader.fields(bytes, place.from(), place.to())) {
      OnnxMessage part = message.part(field.number());
      if (part != null && depth < DEEPEST) {
        collect(part, bytes, field, depth + 1, to);
      }
    }
  }

  private static StoredTensor read(byte[] bytes, ProtobufField place) {
    StoredTensor tensor = new StoredTensor("", 0, 0, 0, false, Optional.empty());
    for (ProtobufField field : ProtobufReader.fields(bytes, place.from(), place.to())) {
      tensor = tensor.with(field, bytes);
    }
    return tensor;
  }

  private StoredTensor with(ProtobufField field, byte[] bytes) {
    return switch (field.number()) {
      case 2 -> new StoredTensor(name, field.value(), from, to, external, file);
      case 8 -> new StoredTensor(field.text(bytes), type, from, to, external, file);
      case 9 -> new StoredTensor(name, type, field.from(), field.to(), external, file);
      case 13 -> new StoredTensor(name, type, from, to, external, file.or(() -> in(bytes, field)));
      case 14 -> new StoredTensor(name, type, from, to, field.value() != 0, file);
      default -> this;
    };
  }

  /** The file that an entry of a key and a value names, if it does. */
  private static Optional<String> in(byte[] bytes, ProtobufField entry) {
    List<ProtobufField> fields = ProtobufReader.fields(bytes, entry.from(), entry.to());
    boolean names =
        fields.stream().anyMatch(f -> f.number() == 1 && f.text(bytes).equals("location"));
    return names
        ? fields.stream().filter(f -> f.number() == 2).map(f -> f.text(bytes)).findFirst()
        : Optional.empty();
  }
}
