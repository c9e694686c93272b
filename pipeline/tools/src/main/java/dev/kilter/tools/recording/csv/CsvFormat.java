package dev.kilter.tools.recording.csv;

import dev.kilter.job.config.YamlSection;

/** What separates the cells of a CSV file, and whether its first line names the columns. */
record CsvFormat(char separator, boolean hasHeader) {

  static CsvFormat read(YamlSection csv) {
    char separator = csv.parsed("separator", ',', CsvFormat::separator);
    boolean hasHeader = csv.oneOf("header", "yes", "yes", "no").equals("yes");
    csv.finish();
    return new CsvFormat(separator, hasHeader);
  }

  private static char separator(String text) {
    if (text.equals("tab")) {
      return '\t';
    }
    if (text.length() != 1 || text.equals("\"")) {
      throw new IllegalArgumentException("one character such as \",\" or \";\", or tab");
    }
    return text.charAt(0);
  }
}
