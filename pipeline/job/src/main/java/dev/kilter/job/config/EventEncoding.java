package dev.kilter.job.config;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/** What the bytes of an event are. */
public sealed interface EventEncoding extends Serializable {

  /** A JSON object with one reading, or an array of them. */
  record Json() implements EventEncoding {}

  /**
   * Avro's binary form.
   *
   * @param schema what it was written with, as JSON
   * @param framing what stands in front of it
   * @param schemaId the one schema id that Confluent's framing may bear, or {@link #ANY_ID}
   */
  record Avro(String schema, Framing framing, int schemaId) implements EventEncoding {
    /** Any schema id will do. */
    public static final int ANY_ID = -1;
  }

  /**
   * Lines of cells without a header, a reading each.
   *
   * @param columns the names of the cells, in their order
   * @param separator what stands between two cells
   */
  record Csv(List<String> columns, char separator) implements EventEncoding {}

  /** What stands in front of Avro's binary form. */
  enum Framing {
    /** Nothing. */
    NONE,
    /** A zero and a schema id of four bytes, as Confluent's serializers write it. */
    CONFLUENT,
    /** Two marks and the schema's fingerprint: Avro's single-object encoding. */
    SINGLE_OBJECT
  }

  /** Whether an event's channels stand beside its entity and time, unless the file says where. */
  default boolean flat() {
    return this instanceof Csv;
  }

  /**
   * Reads the section.
   *
   * @param folder the pipeline file's, to which paths are relative
   */
  static EventEncoding read(YamlSection format, Path folder) {
    EventEncoding encoding =
        switch (format.oneOf("type", "json", "json", "avro", "csv")) {
          case "avro" -> avro(format, folder);
          case "csv" -> csv(format);
          default -> new Json();
        };
    format.finish();
    return encoding;
  }

  private static Avro avro(YamlSection format, Path folder) {
    String schema =
        format.text("schema").isEmpty()
            ? ""
            : format.parsed("schema", "", file -> AvroSchemas.read(folder.resolve(file)));
    String framing = format.oneOf("framing", "none", "none", "confluent", "single-object");
    return new Avro(
        schema,
        switch (framing) {
          case "confluent" -> Framing.CONFLUENT;
          case "single-object" -> Framing.SINGLE_OBJECT;
          default -> Framing.NONE;
        },
        framing.equals("confluent")
            ? format.integer("schema-id", Avro.ANY_ID, 0, Integer.MAX_VALUE)
            : Avro.ANY_ID);
  }

  private static Csv csv(YamlSection format) {
    List<String> columns = format.list("columns");
    if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
      format.wrong(
          "columns",
          columns.toString(),
          "the names of a line's cells in their order, each once, as in [entity, time, pressure]");
    }
    String separator = format.parsed("separator", ",", EventEncoding::separator);
    return new Csv(columns, separator.charAt(0));
  }

  private static String separator(String text) {
    if (text.equals("tab")) {
      return "\t";
    }
    if (text.length() != 1 || text.matches("[\"\\r\\n\\w.+-]")) {
      throw new IllegalArgumentException("one character, such as , or ;, or tab");
    }
    return text;
  }
}
