package dev.kilter.tools.recording.csv;

import dev.kilter.UserError;
import dev.kilter.job.config.YamlSection;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Whose reading a row is. */
sealed interface EntityMapping {

  /** The row says it. */
  record InColumn(ColumnName column) implements EntityMapping {
    @Override
    public Function<CsvRow, String> of(Path file, Columns columns) {
      Column found = columns.find(column);
      return row -> {
        if (row.cell(found).isEmpty()) {
          throw row.wrong(found, "it must name the entity");
        }
        return row.cell(found);
      };
    }
  }

  /** The file's path says it: the one group of a pattern found in it. */
  record InPath(Pattern pattern) implements EntityMapping {
    @Override
    public Function<CsvRow, String> of(Path file, Columns columns) {
      Matcher path = pattern.matcher(slashed(file));
      if (!path.find()) {
        throw new UserError(
            "%s does not match entity.file of the mapping, %s; it must.".formatted(file, pattern));
      }
      String entity = path.group(1);
      return row -> entity;
    }
  }

  /** All rows are of one. */
  record Constant(String name) implements EntityMapping {
    @Override
    public Function<CsvRow, String> of(Path file, Columns columns) {
      return row -> name;
    }
  }

  /** The entity of each row of a file. */
  Function<CsvRow, String> of(Path file, Columns columns);

  static EntityMapping read(YamlSection entity) {
    EntityMapping mapping = mapping(entity);
    entity.finish();
    return mapping;
  }

  /** The whole path with slashes, for patterns. */
  static String slashed(Path file) {
    return file.toAbsolutePath().normalize().toString().replace('\\', '/');
  }

  private static EntityMapping mapping(YamlSection entity) {
    if (entity.keys().contains("column")) {
      return new InColumn(entity.parsed("column", new ColumnName(""), ColumnName::parse));
    }
    if (entity.keys().contains("file")) {
      return new InPath(entity.parsed("file", Pattern.compile("(.*)"), EntityMapping::pattern));
    }
    return new Constant(entity.text("constant"));
  }

  private static Pattern pattern(String text) {
    try {
      Pattern pattern = Pattern.compile(text);
      if (pattern.matcher("").groupCount() == 1) {
        return pattern;
      }
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("a regular expression with one group", e);
    }
    throw new IllegalArgumentException("a regular expression with one group");
  }
}
