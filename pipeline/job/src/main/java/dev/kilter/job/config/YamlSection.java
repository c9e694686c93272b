package dev.kilter.job.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a YAML file. Each value is asked for once, by key and type; what is wrong is noted
 * with its line and a stand-in is returned, so that reading goes on. {@link #finish} then notes the
 * keys nobody asked for.
 */
public final class YamlSection {
  private final String path;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> keyLines = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Problems problems;
  private final Variables variables;

  YamlSection(String path, Node node, Problems problems, Variables variables) {
    this.path = path;
    this.line = YamlNodes.lineOf(node);
    this.problems = problems;
    this.variables = variables;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::take);
    } else if (!YamlNodes.isNull(node)) {
      problems.add(line, title() + " must be a mapping of keys to values");
    }
  }

  /** Where the section stands, such as {@code pumps.yaml:12}. */
  public String place() {
    return problems.at(line);
  }

  /** The keys, in the order of the file. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** Notes that the value of a key is wrong, and what would be right. */
  public void wrong(String key, String value, String right) {
    int at = keyLines.getOrDefault(key, line);
    problems.add(at, name(key) + " is " + value + "; it must be " + right);
  }

  /** A text that must be there. */
  public String text(String key) {
    if (ask(key) == null) {
      problems.add(line, name(key) + " is missing");
      return "";
    }
    return parsed(key, "", Parsers::notBlank);
  }

  /** A text that may be absent. */
  public String text(String key, String otherwise) {
    return parsed(key, otherwise, Function.identity());
  }

  /** A text out of a few. */
  public String oneOf(String key, String otherwise, String... allowed) {
    return parsed(key, otherwise, Parsers.oneOf(allowed));
  }

  /** A duration such as {@code 5s}, {@code 500ms}, {@code 10m}; zero is allowed. */
  public Duration duration(String key, Duration otherwise) {
    return parsed(key, otherwise, Parsers::duration);
  }

  /** A duration above zero. */
  public Duration positiveDuration(String key, Duration otherwise) {
    return parsed(key, otherwise, Parsers::positiveDuration);
  }

  /** A whole number between two others, both included. */
  public int integer(String key, int otherwise, int least, int most) {
    return parsed(key, otherwise, Parsers.integer(least, most));
  }

  /** A list of numbers. */
  List<Double> numbers(String key, List<Double> otherwise) {
    return list(key, otherwise, "numbers", Parsers::number);
  }

  /** A list of texts; empty when absent. */
  List<String> list(String key) {
    return list(key, List.of(), "texts", Function.identity());
  }

  private <T> List<T> list(String key, List<T> otherwise, String what, Function<String, T> parser) {
    Node node = ask(key);
    if (node == null) {
      return otherwise;
    }
    try {
      return YamlNodes.items(node).stream()
          .map(item -> parser.apply(variables.resolve(YamlNodes.scalar(item))))
          .toList();
    } catch (IllegalArgumentException e) {
      wrong(key, YamlNodes.shown(node), "a list of " + what + ": " + e.getMessage());
      return otherwise;
    }
  }

  /** A mapping of texts to texts; empty when absent. */
  public Map<String, String> texts(String key) {
    YamlSection section = section(key);
    Map<String, String> texts = new LinkedHashMap<>();
    section.keys().forEach(name -> texts.put(name, section.text(name)));
    return texts;
  }

  /** A section within; an empty one when absent. */
  public YamlSection section(String key) {
    Node node = ask(key);
    Node present = node == null ? nothing() : node;
    return new YamlSection(name(key), present, problems, variables);
  }

  /** A section of which nothing is there. */
  static YamlSection absent() {
    return new YamlSection("", nothing(), new Problems(""), new Variables(Map.of()));
  }

  /** Whether the value of a key is a mapping. */
  boolean isMapping(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /** The sections of a list; none when absent. */
  List<YamlSection> sections(String key) {
    Node node = ask(key);
    List<YamlSection> sections = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        String path = name(key) + "[" + sections.size() + "]";
        sections.add(new YamlSection(path, item, problems, variables));
      }
    } else if (node != null) {
      wrong(key, YamlNodes.shown(node), "a list");
    }
    return sections;
  }

  /**
   * A scalar read by a parser that says in its exception what would be right.
   *
   * @param parser throws IllegalArgumentException whose message completes "it must be …"
   */
  public <T> T parsed(String key, T otherwise, Function<String, T> parser) {
    Node node = ask(key);
    if (node == null) {
      return otherwise;
    }
    if (!(node instanceof ScalarNode scalar)) {
      wrong(key, YamlNodes.shown(node), "a single value");
      return otherwise;
    }
    String text = resolved(key, scalar.getValue());
    if (text == null) {
      return otherwise;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      wrong(key, "\"" + text + "\"", e.getMessage());
      return otherwise;
    }
  }

  /** Notes the keys that nobody asked for. */
  public void finish() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        problems.add(keyLines.get(key), "unknown key " + name(key) + "; known here are " + known);
      }
    }
  }

  private void take(NodeTuple tuple) {
    int at = YamlNodes.lineOf(tuple.getKeyNode());
    if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
      problems.add(
          at, title() + " has " + YamlNodes.shown(tuple.getKeyNode()) + " where a key belongs");
      return;
    }
    String key = scalar.getValue();
    if (values.containsKey(key)) {
      problems.add(at, name(key) + " is there again, first in line " + keyLines.get(key));
      return;
    }
    values.put(key, tuple.getValueNode());
    keyLines.put(key, at);
  }

  private static Node nothing() {
    return new MappingNode(Tag.MAP, List.of(), FlowStyle.AUTO);
  }

  private Node ask(String key) {
    known.add(key);
    Node node = values.get(key);
    return node == null || YamlNodes.isNull(node) ? null : node;
  }

  private String resolved(String key, String text) {
    try {
      return variables.resolve(text);
    } catch (IllegalArgumentException e) {
      problems.add(keyLines.getOrDefault(key, line), name(key) + ": " + e.getMessage());
      return null;
    }
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String title() {
    return path.isEmpty() ? "the file" : path;
  }
}
