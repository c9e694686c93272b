package dev.kilter.tools.recording.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLabelsTest {
  private static final String NUMBERED =
      """
      csv: {header: no}
      time: {start: "1970-01-01T00:00:00Z", period: 10s}
      entity: {constant: pump}
      channels: {all: "c%d"}
      """;

  @TempDir private Path folder;
  private CsvCase csv;

  @BeforeEach
  void begin() {
    csv = new CsvCase(folder);
  }

  @Test
  void aStretchOfLabelledRowsGoesToTheNextRowOfItsEntityThatIsNot() throws IOException {
    csv.mapping(
        """
        time: {column: t, format: epoch-seconds}
        entity: {column: id}
        channels: {columns: {x: x}}
        labels: {column: bad, kind: leak}
        """);
    csv.file("a.csv", "t,id,x,bad\n0,p,1,0\n10,p,1,1.0\n11,q,1,1\n20,p,1,1\n30,p,1,0\n31,q,1,1\n");

    assertThat(csv.labels("a.csv", Part.ALL))
        .containsExactly(
            "p 1970-01-01T00:00:10Z 1970-01-01T00:00:30Z leak",
            "q 1970-01-01T00:00:11Z 1970-01-01T00:00:51Z leak");
  }

  @Test
  void aLabelThatIsNeitherZeroNorOneIsTold() throws IOException {
    csv.mapping(CsvCase.LEAST + "labels: {column: bad}\n");
    csv.file("a.csv", "time,a,bad\n2026-07-01T00:00:00Z,1,maybe\n");

    assertThatThrownBy(() -> csv.labels("a.csv", Part.ALL))
        .hasMessageEndingWith(
            "a.csv:2:3: column 3 (bad) is \"maybe\"; as a label it must be 0 or 1.");
  }

  @Test
  void aColumnThatIsNotThereMeansNoAnomalyOnlyWhereTheMappingSaysSo() throws IOException {
    csv.file("a.csv", "time,a\n2026-07-01T00:00:00Z,1\n");

    csv.mapping(CsvCase.LEAST + "labels: {column: bad, required: no}\n");
    assertThat(csv.labels("a.csv", Part.ALL)).isEmpty();
    csv.mapping(CsvCase.LEAST + "labels: {column: bad}\n");
    assertThatThrownBy(() -> csv.labels("a.csv", Part.ALL))
        .hasMessageContaining("a.csv:1: there is no column \"bad\"");
  }

  @Test
  void aCompanionHoldsOneLabelARow() throws IOException {
    csv.mapping(NUMBERED + "labels: {file: '^(.*)_test.csv$', labels: '$1_label.txt'}\n");
    csv.file("m_train.csv", "1\n");
    csv.file("m_test.csv", "1\n2\n3\n4\n");
    csv.file("m_label.txt", "0\n1\n0\n1\n");

    assertThat(csv.labels("m_train.csv", Part.ALL)).isEmpty();
    assertThat(csv.labels("m_test.csv", Part.ALL))
        .containsExactly(
            "pump 1970-01-01T00:00:10Z 1970-01-01T00:00:20Z anomaly",
            "pump 1970-01-01T00:00:30Z 1970-01-01T00:00:40Z anomaly");
  }

  @Test
  void aCompanionOfAnotherLengthIsRefused() throws IOException {
    csv.mapping(NUMBERED + "labels: {file: '^(.*)_test.csv$', labels: '$1_label.txt'}\n");
    csv.file("m_test.csv", "1\n2\n");

    csv.file("m_label.txt", "0\n");
    assertThatThrownBy(() -> csv.labels("m_test.csv", Part.ALL))
        .hasMessageContaining("m_label.txt:1: the labels end here, but")
        .hasMessageContaining("m_test.csv goes on at line 2");
    csv.file("m_label.txt", "0\n0\n1\n");
    assertThatThrownBy(() -> csv.labels("m_test.csv", Part.ALL))
        .hasMessageContaining("m_label.txt:3: there are more labels than rows");
    Files.delete(folder.resolve("m_label.txt"));
    assertThatThrownBy(() -> csv.labels("m_test.csv", Part.ALL))
        .hasMessageContaining("There is no file");
  }

  @Test
  void windowsAreFoundByTheEndOfThePathAndIncludeTheirSecondTime() throws IOException {
    csv.mapping(NUMBERED + "labels: {windows: ../labels.json}\ntraining: {most: 2}\n");
    csv.file("data/x/a.csv", "1\n2\n3\n4\n5\n");
    csv.file(
        "data/labels.json",
        "{\"a.csvx\":[[1]],\"x/a.csv\":[[\"1970-01-01 00:00:30.000000\",\"1970-01-01T00:00:40\"],"
            + "[\"1970-01-01T01:00:00+01:00\",\"1970-01-01T01:00:15+01:00\"]]}");

    assertThat(csv.labels("data/x/a.csv", Part.ALL))
        .containsExactly(
            "pump 1970-01-01T00:00:00Z 1970-01-01T00:00:15.001Z anomaly",
            "pump 1970-01-01T00:00:30Z 1970-01-01T00:00:40.001Z anomaly");
    assertThat(csv.labels("data/x/a.csv", Part.TRAINING))
        .containsExactly("pump 1970-01-01T00:00:00Z 1970-01-01T00:00:10.001Z anomaly");
  }

  @Test
  void aFileWithoutAnEntryOrWithAWrongOneIsRefused() throws IOException {
    csv.mapping(NUMBERED + "labels: {windows: labels.json}\n");
    csv.file("a.csv", "1\n2\n");

    csv.file("labels.json", "{}");
    assertThatThrownBy(() -> csv.labels("a.csv", Part.ALL))
        .hasMessageContaining("has no entry for");
    csv.file("labels.json", "{\"a.csv\":[[\"1970-01-01T00:00:00\"]]}");
    assertThatThrownBy(() -> csv.labels("a.csv", Part.ALL)).hasMessageContaining("is no window");
    csv.file("labels.json", "{\n\"a.csv\"");
    assertThatThrownBy(() -> csv.labels("a.csv", Part.ALL))
        .hasMessageContaining("labels.json:2:8: this is not JSON");
  }
}
