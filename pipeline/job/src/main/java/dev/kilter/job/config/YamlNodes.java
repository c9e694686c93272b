package dev.kilter.job.config;

import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What can be told of single nodes of a YAML file. */
final class YamlNodes {
  private YamlNodes() {}

  /** The items of a list. */
  static List<Node> items(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    throw new IllegalArgumentException("not a list");
  }

  /** The text of a single value. */
  static String scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new IllegalArgumentException("not a single value");
  }

  /** The value as it is shown in a message. */
  static String shown(Node node) {
    return switch (node.getNodeType()) {
      case SCALAR -> "\"" + scalar(node) + "\"";
      case SEQUENCE -> "a list";
      case MAPPING -> "a mapping";
      case ANCHOR -> "an anchor";
    };
  }

  /** Whether there is no value. */
  static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"));
  }

  /** The line it begins in, from 1. */
  static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
