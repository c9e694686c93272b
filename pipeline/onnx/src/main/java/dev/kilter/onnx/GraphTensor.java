package dev.kilter.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An input or output as the graph describes it.
 *
 * @param name its name
 * @param type its element type
 * @param sizes the sizes of its axes, -1 where one varies
 * @param axes what the graph calls its axes, empty where it does not
 */
public record GraphTensor(String name, OnnxJavaType type, List<Long> sizes, List<String> axes) {

  static GraphTensor of(NodeInfo node) {
    if (node.getInfo() instanceof TensorInfo info) {
      List<Long> sizes = Arrays.stream(info.getShape()).boxed().toList();
      return new GraphTensor(node.getName(), info.type, sizes, List.of(info.getDimensionNames()));
    }
    return new GraphTensor(node.getName(), OnnxJavaType.UNKNOWN, List.of(), List.of());
  }

  /** Its element type in small letters, such as {@code float}. */
  public String typeName() {
    return type.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether it is float32 with so many axes. */
  boolean isFloat(int count) {
    return type == OnnxJavaType.FLOAT && sizes.size() == count;
  }

  /** Whether it is int64 with one axis. */
  boolean isCounts() {
    return type == OnnxJavaType.INT64 && sizes.size() == 1;
  }

  boolean varies(int axis) {
    return sizes.get(axis) == -1;
  }

  /** Whether the graph calls an axis by one of these words. */
  boolean isCalled(int axis, String... words) {
    String called = axes.get(axis).toLowerCase(Locale.ROOT);
    return Arrays.stream(words).anyMatch(called::contains);
  }

  /** As one would write it: {@code input FLOAT [batch, 6, 3]}. */
  @Override
  public String toString() {
    List<String> shown = new ArrayList<>();
    for (int axis = 0; axis < sizes.size(); axis++) {
      boolean named = varies(axis) && !axes.get(axis).isEmpty();
      shown.add(named ? axes.get(axis) : varies(axis) ? "?" : sizes.get(axis).toString());
    }
    return name + " " + type + " " + shown;
  }
}
