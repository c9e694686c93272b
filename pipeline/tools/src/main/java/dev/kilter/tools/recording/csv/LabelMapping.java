package dev.kilter.tools.recording.csv;

import dev.kilter.job.config.YamlSection;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Where it says which rows are anomalies. */
sealed interface LabelMapping {

  /** Nowhere. */
  record None() implements LabelMapping {}

  /** In a column of the same file, 0 or 1. */
  record InColumn(ColumnName column, Common common) implements LabelMapping {}

  /** In another file with 0 or 1 a row, whose name is made from a data file's that matches. */
  record Companion(Pattern file, String labels, Common common) implements LabelMapping {}

  /** In a JSON file, with a list of pairs of times for each data file. */
  record Windows(String file, Common common) implements LabelMapping {}

  /**
   * What all have.
   *
   * @param required whether a file without is refused; otherwise it holds no anomalies
   */
  record Common(String kind, boolean required) {}

  static LabelMapping read(YamlSection labels) {
    LabelMapping mapping = mapping(labels);
    labels.finish();
    return mapping;
  }

  private static LabelMapping mapping(YamlSection labels) {
    if (labels.keys().isEmpty()) {
      return new None();
    }
    Common common =
        new Common(
            labels.text("kind", "anomaly"),
            labels.oneOf("required", "yes", "yes", "no").equals("yes"));
    if (labels.keys().contains("column")) {
      return new InColumn(labels.parsed("column", new ColumnName(""), ColumnName::parse), common);
    }
    if (labels.keys().contains("windows")) {
      return new Windows(labels.text("windows"), common);
    }
    return companion(labels, common);
  }

  private static LabelMapping companion(YamlSection labels, Common common) {
    Pattern file = labels.parsed("file", Pattern.compile(""), LabelMapping::pattern);
    if (!labels.keys().contains("file")) {
      labels.wrong("column", "missing", "given, or else windows, or file and labels");
      return new None();
    }
    return new Companion(file, labels.text("labels"), common);
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("a regular expression", e);
    }
  }
}
