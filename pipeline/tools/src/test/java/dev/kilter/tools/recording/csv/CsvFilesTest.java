package dev.kilter.tools.recording.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.RecordedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFilesTest {
  @TempDir private Path folder;
  private CsvCase csv;

  @BeforeEach
  void begin() {
    csv = new CsvCase(folder);
  }

  @Test
  void aRowBecomesAnEventWithItsNumbersAsTheyStand() throws IOException {
    csv.mapping(
        """
        csv: {separator: ";"}
        time: {column: when, format: "dd.MM.yyyy HH:mm", zone: Europe/Berlin}
        entity: {column: 3}
        channels: {columns: {a: alpha, "b;c": beta, "5": gamma, d: delta}}
        """);

    assertThat(
            csv.read(
                """
                \uFEFFwhen; a ;who;"b;c";e;d\r
                01.07.2026 14:30;1.50;p"1;"7";+.5;NaN\r
                01.07.2026 14:31;-2E-3;"p;""2";;1.;\r
                """))
        .containsExactly(
            "{\"entity\":\"p\\\"1\",\"time\":\"2026-07-01T12:30:00Z\","
                + "\"values\":{\"alpha\":1.50,\"beta\":7,\"gamma\":0.5}}",
            "{\"entity\":\"p;\\\"2\",\"time\":\"2026-07-01T12:31:00Z\","
                + "\"values\":{\"alpha\":-2E-3,\"gamma\":1}}");
  }

  @Test
  void keyTimestampTopicAndOffsetAreThoseARowWouldHaveInKafka() throws IOException {
    csv.mapping(CsvCase.LEAST);
    Path file = csv.file("fleet.csv", "time,a\n1970-01-01T00:00:01Z,1\n1970-01-01T00:00:02Z,2\n");
    try (EventReader events = csv.files().open(file, Part.REST, Duration.ZERO)) {
      events.next();
      RecordedEvent second = events.next();

      assertThat(second)
          .returns("fleet", RecordedEvent::topic)
          .returns(0, RecordedEvent::partition)
          .returns(1L, RecordedEvent::offset)
          .returns(2_000L, RecordedEvent::timestampMillis);
      assertThat(second.key()).asString().isEqualTo("pump");
    }
  }

  @Test
  void rowsWithoutTimeAndHeaderAreNumberedAndAsFarApartAsTheMappingSays() throws IOException {
    csv.mapping(
        """
        csv: {header: no}
        time: {start: "2020-01-01T00:00:00Z", period: 5m}
        entity: {file: "([^/]+)_test"}
        channels: {all: "c-%02d"}
        rows: {skip: 1, take: 2}
        """);
    csv.file("x/omi-1_test.csv", "1,,text\n2,3,text\n4,5,text\n6,7,text\n");

    assertThat(csv.read("x/omi-1_test.csv", Part.ALL))
        .containsExactly(
            "{\"entity\":\"omi-1\",\"time\":\"2020-01-01T00:05:00Z\","
                + "\"values\":{\"c-01\":2,\"c-02\":3}}",
            "{\"entity\":\"omi-1\",\"time\":\"2020-01-01T00:10:00Z\","
                + "\"values\":{\"c-01\":4,\"c-02\":5}}");
  }

  @Test
  void allNumericColumnsLeaveOutThoseOfTimeEntityAndLabel() throws IOException {
    csv.mapping(
        """
        time: {column: t, format: epoch-seconds}
        entity: {column: id}
        channels: {all: "%s"}
        labels: {column: bad}
        """);

    assertThat(csv.read("t,id,x,bad,note,y\n1.5,7,1,0,a,2\n"))
        .containsExactly(
            "{\"entity\":\"7\",\"time\":\"1970-01-01T00:00:01.500Z\",\"values\":{\"x\":1,\"y\":2}}");
  }

  @Test
  void theTrainingRowsComeFirstAndTheRestBehind() throws IOException {
    String text = "time,a\n" + rows(10);
    csv.file("a.csv", text);

    csv.mapping(CsvCase.LEAST + "training: {share: 0.35}\n");
    assertThat(csv.read("a.csv", Part.TRAINING)).hasSize(3);
    assertThat(csv.read("a.csv", Part.REST)).hasSize(7).first().asString().contains(":03Z");
    csv.mapping(CsvCase.LEAST + "training: {share: 0.35, most: 2}\n");
    assertThat(csv.read("a.csv", Part.TRAINING)).hasSize(2);
    csv.mapping(CsvCase.LEAST + "training: {most: 4}\nrows: {skip: 1, take: 5}\n");
    assertThat(csv.read("a.csv", Part.TRAINING)).hasSize(4).first().asString().contains(":01Z");
    assertThat(csv.read("a.csv", Part.REST)).hasSize(1).first().asString().contains(":05Z");
    csv.mapping(CsvCase.LEAST);
    assertThat(csv.read("a.csv", Part.TRAINING)).isEmpty();
    assertThat(csv.read("a.csv", Part.REST)).hasSize(10);
  }

  @Test
  void timesOfOneZoneOrOfTheMappingsAreTaken() throws IOException {
    csv.mapping(CsvCase.LEAST);
    assertThat(csv.read("time,a\n2026-07-01T02:00+02:00,1\n2026-07-01T02:00:01+02:00,1\n"))
        .satisfiesExactly(
            first -> assertThat(first).contains("2026-07-01T00:00:00Z"),
            second -> assertThat(second).contains("2026-07-01T00:00:01Z"));

    csv.mapping(CsvCase.LEAST.replace("time}", "time, zone: Europe/Berlin}"));
    assertThat(
            csv.read(
                "time,a\n2026-03-29 01:59,1\n2026-03-29T03:00,1\n2026-03-29T03:01:00+02:00,1\n"))
        .satisfiesExactly(
            first -> assertThat(first).contains("2026-03-29T00:59:00Z"),
            second -> assertThat(second).contains("2026-03-29T01:00:00Z"),
            third -> assertThat(third).contains("2026-03-29T01:01:00Z"));
  }

  @Test
  void compressedFilesAreReadToo() throws IOException {
    csv.mapping(CsvCase.LEAST);
    Path file = folder.resolve("a.csv.zst");
    try (var packed = new ZstdOutputStream(Files.newOutputStream(file))) {
      packed.write("time,a\n1970-01-01T00:00:01Z,1".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(csv.read("a.csv.zst", Part.ALL))
        .isEqualTo(
            List.of(
                "{\"entity\":\"pump\",\"time\":\"1970-01-01T00:00:01Z\",\"values\":{\"alpha\":1}}"));
  }

  private static String rows(int count) {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < count; row++) {
      rows.append("1970-01-01T00:00:0%dZ,%d\n".formatted(row, row));
    }
    return rows.toString();
  }
}
