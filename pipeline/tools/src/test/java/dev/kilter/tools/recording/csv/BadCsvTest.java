package dev.kilter.tools.recording.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadCsvTest {
  private static final String GOOD = "2026-07-01T02:00:01+02:00,1\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "time,b | a.csv:1: there is no column \"a\"; there are [time, b].",
        "a,a,time | a.csv:1:2: there is a second column \"a\".",
        "time,a | a.csv has a header and no rows.",
      })
  void aFileThatLacksWhatTheMappingNamesIsRefusedBeforeItsFirstRow(String header, String sentence)
      throws IOException {
    String row = Map.of("time,a", "", "time,b", GOOD).getOrDefault(header, "1," + GOOD);
    List<String> read = new CsvCase(folder).mapping(CsvCase.LEAST).read(header + "\n" + row);

    assertThat(read).singleElement().asString().startsWith(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2026-07-01T02:00:02+02:00,1.2.3 | a.csv:3:2: column 2 (a) is \"1.2.3\"; it must be a number",
        "2026-07-01T02:00:02+02:00,Infinity | a.csv:3:2: column 2 (a) is \"Infinity\"; it must be a",
        "2026-07-01T02:00:02+02:00 | a.csv:3: the row has 1 cells; it must have 2, as many as the",
        "noon,1 | a.csv:3:1: column 1 (time) is \"noon\"; it must be a time as ISO.",
        "2026-02-30T00:00:00Z,1 | a.csv:3:1: column 1 (time) is \"2026-02-30T00:00:00Z\"; it must",
        "2026-07-01T00:00:02Z,1 | a.csv:3:1: column 1 (time) is \"2026-07-01T00:00:02Z\"; its zone must be +02:00 as that of the others.",
        "2026-07-01T02:00:02,1 | a.csv:3:1: column 1 (time) is \"2026-07-01T02:00:02\"; it says no zone; the mapping must have one in time.zone.",
        "2026-07-01T02:00:00+02:00,1 | a.csv:3: time goes back from 2026-07-01T00:00:01Z to 2026-07-01T00:00:00Z",
        "\"2026,1 | a.csv:3:1: a quoted cell must end with a quote",
      })
  void aWrongRowIsToldWithItsPlaceAndWhatWouldBeRight(String row, String sentence)
      throws IOException {
    List<String> read =
        new CsvCase(folder).mapping(CsvCase.LEAST).read("time,a\n" + GOOD + row + "\n");

    assertThat(read).hasSize(2);
    assertThat(read.get(1))
        .startsWith(sentence)
        .endsWith("The 1 event before it, up to 2026-07-01T00:00:01Z, was read.");
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29 02:30, never", "2026-10-25 02:30, twice"})
  void aLocalTimeThatComesNeverOrTwiceIsAmbiguous(String time, String times) throws IOException {
    String mapping = CsvCase.LEAST.replace("time}", "time, zone: Europe/Berlin}");
    List<String> read = new CsvCase(folder).mapping(mapping).read("time,a\n" + time + ",1\n");

    assertThat(read)
        .singleElement()
        .asString()
        .contains("a.csv:2:1", time, "in Europe/Berlin this comes " + times);
  }

  @Test
  void aFileWhosePathDoesNotNameItsEntityIsRefused() throws IOException {
    CsvCase csv =
        new CsvCase(folder).mapping(CsvCase.LEAST.replace("constant: pump", "file: '(z+)_z'"));

    assertThat(csv.read("time,a\n" + GOOD))
        .singleElement()
        .asString()
        .contains("a.csv does not match entity.file of the mapping, (z+)_z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "csv: {separator: \"ab\"} | :1: csv.separator is \"ab\"; it must be one character such as",
        "csv: {header: maybe} | :1: csv.header is \"maybe\"; it must be yes or no",
        "csv: {colour: red} | :1: unknown key csv.colour; known here are [separator, header]",
        "time: {column: t, format: HH:mm} | :1: time.format is \"HH:mm\"; it must be ISO, epoch-seconds, epoch-millis,",
        "time: {column: t, format: 'yyyy-MM-dd HH:mm'} | :1: time.zone is missing; it must be given, since the format says none, such as UTC",
        "time: {column: t, zone: Mars} | :1: time.zone is \"Mars\"; it must be a time zone such as",
        "time: {start: now} | :1: time.start is \"now\"; it must be an instant such as",
        "entity: {file: \"a+\"} | :1: entity.file is \"a+\"; it must be a regular expression with one group",
        "channels: {all: c} | :1: channels.all is \"c\"; it must be a name with a number such as channel-%02d",
        "channels: {columns: {a: x, b: x}} | :1: channels.columns is {a=x, b=x}; it must be of different",
        "training: {share: 2} | :1: training.share is \"2\"; it must be a share of the rows such as 0.15",
        "labels: {kind: x} | :1: labels.column is missing; it must be given, or else windows,",
        "rows: {skip: -1} | :1: rows.skip is \"-1\"; it must be a whole number from 0",
      })
  void aWrongMappingIsToldByLineAndKey(String line, String sentence) throws IOException {
    String key = line.substring(0, line.indexOf(':'));
    String others =
        CsvCase.LEAST.lines().filter(l -> !l.startsWith(key)).reduce("", (a, b) -> a + b + "\n");
    CsvCase csv = new CsvCase(folder).mapping(line + "\n" + others);

    assertThatThrownBy(csv::files)
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(folder.resolve("mapping.yaml") + sentence);
  }
}
